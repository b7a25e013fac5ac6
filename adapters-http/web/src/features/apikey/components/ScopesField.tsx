import { Checkbox } from "@mantine/core";
import { useMessages } from "@/locales/language.ts";
import { OWN_SCOPES } from "../scopes.ts";
import styles from "./ScopesField.module.css";

interface Props {
  readonly value: string[];
  readonly error: string | undefined;
  readonly onChange: (value: string[]) => void;
}

export function ScopesField({ value, error, onChange }: Props) {
  const { keys } = useMessages().integration;
  return (
    <Checkbox.Group label={keys.scopes} description={keys.scopesHint} value={value} error={error} onChange={onChange}>
      <div className={styles.scopes}>
        {OWN_SCOPES.map((scope) => (
          <Checkbox key={scope} value={scope} label={<code>{scope}</code>} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
