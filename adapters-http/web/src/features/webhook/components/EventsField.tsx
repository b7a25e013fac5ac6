import { Checkbox } from "@mantine/core";
import { useMessages } from "@/locales/language.ts";
import { EVERYTHING, eventTypes } from "../event-types.ts";
import styles from "./EventsField.module.css";

interface Props {
  readonly value: string[];
  readonly error: string | undefined;
  readonly onChange: (value: string[]) => void;
}

/** All events, or which. */
export function EventsField({ value, error, onChange }: Props) {
  const { hooks } = useMessages().integration;
  return (
    <Checkbox.Group label={hooks.events} required value={value} error={error} onChange={onChange}>
      <div className={styles.types}>
        <Checkbox className={styles.everything} value={EVERYTHING} label={hooks.everything} />
        {!value.includes(EVERYTHING) &&
          eventTypes(value).map((type) => <Checkbox key={type} value={type} label={<code>{type}</code>} />)}
      </div>
    </Checkbox.Group>
  );
}
