import { Button, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, Copy } from "lucide-react";
import { useMessages } from "@/locales/language.ts";

interface Props {
  readonly text: string;
  /** What is copied, for screen readers, where there are several such buttons. */
  readonly what?: string;
}

export function CopyButton({ text, what }: Props) {
  const { common } = useMessages();
  const { copy, copied } = useClipboard();
  return (
    <Button
      variant="default"
      leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      onClick={() => copy(text)}
      aria-live="polite"
    >
      {copied ? common.copied : common.copy}
      {what !== undefined && <VisuallyHidden>: {what}</VisuallyHidden>}
    </Button>
  );
}
