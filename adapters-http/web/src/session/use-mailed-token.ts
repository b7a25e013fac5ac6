import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** The token of a mail's link. It is taken out of the address, so that it stays in no history, bookmark or screenshot. */
export function useMailedToken(): string | undefined {
  const { token } = useSearch({ strict: false });
  const [taken] = useState(token);
  const router = useRouter();
  useEffect(() => {
    if (token !== undefined) {
      void router.navigate({ to: ".", search: {}, replace: true });
    }
  }, [token, router]);
  return taken;
}
