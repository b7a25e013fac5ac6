import { ActionIcon } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Ask } from "@/components/Ask.tsx";
import { useMessages } from "@/locales/language.ts";
import { removeDomain } from "../api/domains.ts";

interface Props {
  readonly tenantId: string;
  readonly host: string;
  readonly onDone: () => Promise<void>;
}

export function RemoveDomain({ tenantId, host, onDone }: Props) {
  const { common, organization } = useMessages();
  const words = organization.domains;
  const [asking, setAsking] = useState(false);
  const removal = useMutation({ mutationFn: () => removeDomain(tenantId, host), onSuccess: onDone });
  return (
    <>
      <ActionIcon variant="subtle" size="lg" aria-label={words.remove(host)} onClick={() => setAsking(true)}>
        <Trash2 size={18} aria-hidden />
      </ActionIcon>
      <Ask
        title={words.removeAsk(host)}
        yes={common.remove}
        opened={asking}
        busy={removal.isPending}
        failure={removal.error}
        onYes={() => removal.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{words.removeText}</p>
      </Ask>
    </>
  );
}
