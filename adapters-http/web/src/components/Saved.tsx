import { Check } from "lucide-react";
import { useMessages } from "@/locales/language.ts";
import styles from "./Saved.module.css";

/** Beside a button: that what it does was done. */
export function Saved({ shown }: { readonly shown: boolean }) {
  const { common } = useMessages();
  return (
    <span className={styles.saved} role="status">
      {shown && (
        <>
          <Check size={16} aria-hidden /> {common.saved}
        </>
      )}
    </span>
  );
}
