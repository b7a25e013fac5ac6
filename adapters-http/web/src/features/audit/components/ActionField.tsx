import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useId, useState } from "react";
import { Problem } from "@/api/problem.ts";
import { fieldText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";

interface Props {
  readonly value: string | undefined;
  readonly actions: readonly string[];
  readonly failure: unknown;
  /** Empty for every action. */
  readonly onChoose: (action: string) => void;
}

const PAUSE = 400; // milliseconds, while somebody types
const WHOLE = /^([a-z_]+\.[a-z_]+)?$/;

/** The word of an action. It is looked for when it is whole: the server knows no part of one. */
export function ActionField({ value = "", actions, failure, onChoose }: Props) {
  const t = useMessages();
  const [typed, setTyped] = useState(value);
  const known = useId();
  const choose = useDebouncedCallback((action: string) => onChoose(action), PAUSE);
  const type = (text: string) => {
    setTyped(text);
    if (WHOLE.test(text.trim())) {
      choose(text.trim());
    }
  };
  const refused = failure instanceof Problem ? failure.errors["action"] : undefined;
  return (
    <>
      <TextInput
        label={t.organization.audit.action}
        list={known}
        maxLength={100}
        spellCheck={false}
        autoCapitalize="none"
        value={typed}
        error={refused === undefined ? undefined : fieldText(t, refused)}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <datalist id={known}>
        {actions.map((action) => (
          <option key={action} value={action} />
        ))}
      </datalist>
    </>
  );
}
