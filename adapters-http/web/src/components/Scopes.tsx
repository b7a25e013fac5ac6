import { Fragment } from "react";
import { Breakable } from "./Breakable.tsx";
import styles from "./Scopes.module.css";

interface Props {
  readonly of: readonly string[];
}

/** How many characters have room in one line wherever scopes are shown. */
const IN_ONE_LINE = 28;

/** What a key is good for; one scope below another where there is no room, and none of them broken but a very long one. */
export function Scopes({ of }: Props) {
  return (
    <code>
      {of.map((scope, place) => (
        <Fragment key={scope}>
          {place > 0 && " "}
          {scope.length > IN_ONE_LINE ? <Breakable text={scope} /> : <span className={styles.whole}>{scope}</span>}
        </Fragment>
      ))}
    </code>
  );
}
