import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { saveFile } from "@/components/save-file.ts";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import { exportMe } from "../api/export-me.ts";

export function ExportSection() {
  const t = useMessages();
  const { security } = t.account;
  const exporting = useMutation({
    mutationFn: exportMe,
    onSuccess: (all) => saveFile(security.exportFile, "application/json", JSON.stringify(all, null, 2)),
  });
  return (
    <Section
      title={security.export}
      text={security.exportText}
      aside={
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {security.exportDo}
        </Button>
      }
    >
      {exporting.isError && <Notice kind="bad">{problemText(t, exporting.error)}</Notice>}
    </Section>
  );
}
