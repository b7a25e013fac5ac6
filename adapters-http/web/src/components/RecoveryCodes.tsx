import { Button, Group, Stack } from "@mantine/core";
import { Download } from "lucide-react";
import { useMessages } from "@/locales/language.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Notice } from "./Notice.tsx";
import styles from "./RecoveryCodes.module.css";
import { saveFile } from "./save-file.ts";

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Codes that are shown this once, to be copied or kept as a file. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const { account, common } = useMessages();
  const text = `${codes.join("\n")}\n`;
  return (
    <Stack gap="md">
      <Notice kind="wait">{account.security.codesText}</Notice>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="sm">
        <CopyButton text={text} />
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          onClick={() => saveFile(account.security.codesFile, "text/plain", text)}
        >
          {common.download}
        </Button>
        <Button onClick={onDone}>{common.done}</Button>
      </Group>
    </Stack>
  );
}
