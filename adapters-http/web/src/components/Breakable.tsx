import { Fragment } from "react";
import styles from "./Breakable.module.css";

interface Props {
  readonly text: string;
}

/** A part ends behind a mark that divides addresses, or where it gets too long for a narrow column. */
const PARTS = /[^\s@./:_+-]{1,20}[\s@./:_+-]*|[\s@./:_+-]+/g;

/** An e-mail address or the like, which goes on in the next line between its parts and not within a word. */
export function Breakable({ text }: Props) {
  const parts = text.match(PARTS) ?? [];
  return (
    <span className={styles.breakable}>
      {parts.map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
