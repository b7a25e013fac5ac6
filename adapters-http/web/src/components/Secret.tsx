import { Button, Group, Stack } from "@mantine/core";
import { useMessages } from "@/locales/language.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Notice } from "./Notice.tsx";
import styles from "./RecoveryCodes.module.css";

interface Props {
  readonly text: string;
  readonly warning: string;
  readonly onDone: () => void;
}

/** A secret that is shown this once. */
export function Secret({ text, warning, onDone }: Props) {
  const { common } = useMessages();
  return (
    <Stack gap="md">
      <Notice kind="wait">{warning}</Notice>
      <code className={styles.codes} data-secret>
        {text}
      </code>
      <Group gap="sm">
        <CopyButton text={text} />
        <Button variant="default" onClick={onDone}>
          {common.done}
        </Button>
      </Group>
    </Stack>
  );
}
