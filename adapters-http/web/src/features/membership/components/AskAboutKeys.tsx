import { Checkbox } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { Ask } from "@/components/Ask.tsx";
import { useMessages } from "@/locales/language.ts";

interface Props extends Omit<ComponentProps<typeof Ask>, "children" | "onYes"> {
  readonly text: string;
  readonly onYes: (keepKeys: boolean) => void;
}

/** Asks before somebody loses their rights, and what becomes of the API keys that they made. */
export function AskAboutKeys({ text, onYes, ...ask }: Props) {
  const { members } = useMessages().organization;
  const [keepKeys, setKeepKeys] = useState(false);
  return (
    <Ask {...ask} onYes={() => onYes(keepKeys)}>
      <p>{text}</p>
      <Checkbox
        label={members.keepKeys}
        checked={keepKeys}
        onChange={(event) => setKeepKeys(event.currentTarget.checked)}
      />
    </Ask>
  );
}
