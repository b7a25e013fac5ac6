import { Breakable } from "./Breakable.tsx";
import { Portrait } from "./Portrait.tsx";
import { Tag } from "./Tag.tsx";
import styles from "./Person.module.css";

interface Props {
  readonly name: string;
  readonly email: string;
  readonly tag?: string | undefined;
}

export function Person({ name, email, tag }: Props) {
  return (
    <span className={styles.person}>
      <Portrait name={name || email} />
      <span className={styles.about}>
        <span className={styles.name}>
          {name || <Breakable text={email} />} {tag !== undefined && <Tag kind="good">{tag}</Tag>}
        </span>
        {name !== "" && name !== email && (
          <span className={styles.email}>
            <Breakable text={email} />
          </span>
        )}
      </span>
    </span>
  );
}
