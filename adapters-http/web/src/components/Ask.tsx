import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "@/locales/language.ts";
import { Notice } from "./Notice.tsx";
import { problemText } from "./problem-text.ts";

interface Props {
  readonly title: string;
  readonly yes: string;
  readonly opened: boolean;
  readonly busy: boolean;
  readonly failure: unknown;
  readonly onYes: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is done that cannot be undone. */
export function Ask({ title, yes, opened, busy, failure, onYes, onClose, children }: Props) {
  const t = useMessages();
  return (
    <Dialog title={title} opened={opened} onClose={onClose}>
      <Stack gap="md">
        {failure !== null && <Notice kind="bad">{problemText(t, failure)}</Notice>}
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button className="danger" loading={busy} onClick={onYes}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** It holds what is shown this once, so only what is in it closes it: no key, and no click beside it. */
  readonly kept?: boolean;
  readonly children: ReactNode;
}

/** Scrolling is held by a style sheet of ours: Mantine would add a style element, which the page's policy refuses. */
export function Dialog({ title, opened, onClose, kept = false, children }: DialogProps) {
  const { common } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      lockScroll={false}
      closeOnEscape={!kept}
      closeOnClickOutside={!kept}
      withCloseButton={!kept}
      centered
      closeButtonProps={{ "aria-label": common.close }}
    >
      {children}
    </Modal>
  );
}
