import styles from "./Told.module.css";

interface Props {
  readonly text: string;
  readonly shown: boolean;
}

/** That something is done which leaves no trace on the page. The place is there before the words, so that they are read out. */
export function Told({ text, shown }: Props) {
  return (
    <span className={styles.told} role="status">
      {shown && text}
    </span>
  );
}
