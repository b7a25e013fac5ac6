import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { saveFile } from "@/components/save-file.ts";
import { useMessages } from "@/locales/language.ts";
import type { AuditEvent } from "../api/audit.ts";
import { csvOf } from "../csv.ts";

interface Props {
  readonly file: string;
  /** Reads all that is to be in it. */
  readonly read: () => Promise<readonly AuditEvent[]>;
}

export function ExportButton({ file, read }: Props) {
  const t = useMessages();
  const exporting = useMutation({
    mutationFn: read,
    onSuccess: (events) => saveFile(file, "text/csv", csvOf(events)),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<Download size={16} aria-hidden />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t.organization.audit.export}
      </Button>
      {exporting.isError && <Notice kind="bad">{problemText(t, exporting.error)}</Notice>}
    </Stack>
  );
}
