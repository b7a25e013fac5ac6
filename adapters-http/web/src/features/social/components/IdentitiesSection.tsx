import { Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { providersQuery } from "@/api/providers.ts";
import { Ask, Dialog } from "@/components/Ask.tsx";
import { ProofForm } from "@/components/ProofForm.tsx";
import { Row, Rows } from "@/components/Rows.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { visitProvider } from "@/session/visit.ts";
import { identitiesQuery, type Identity, startLinking, unlink } from "../api/identities.ts";

interface Labelled {
  /** What people call a provider. */
  readonly labelOf: (provider: string) => string;
}

/** Accounts at providers. Where there are neither providers nor such accounts, there is nothing to see. */
export function IdentitiesSection() {
  const { security } = useMessages().account;
  const providers = useQuery(providersQuery).data ?? [];
  const identities = useQuery(identitiesQuery);
  const labelOf = (name: string) => providers.find((provider) => provider.name === name)?.label ?? name;
  if (providers.length === 0 && (identities.data?.length ?? 0) === 0) {
    return null;
  }
  return (
    <Section title={security.identities} text={security.identitiesText}>
      <Shown of={identities}>
        {(linked) => (
          <Rows>
            {linked.map((identity) => (
              <Linked key={identity.id} identity={identity} labelOf={labelOf} />
            ))}
          </Rows>
        )}
      </Shown>
      <Linking names={providers.map(({ name }) => name)} labelOf={labelOf} />
    </Section>
  );
}

function Linked({ identity, labelOf }: Labelled & { readonly identity: Identity }) {
  const { security } = useMessages().account;
  const times = useTimes();
  const [leaving, setLeaving] = useState(false);
  const label = labelOf(identity.provider);
  return (
    <Row icon={Link2} title={label} text={`${identity.email ?? ""} ${security.added(times.date(identity.linkedAt))}`}>
      <Button variant="default" size="xs" aria-label={`${security.unlink}: ${label}`} onClick={() => setLeaving(true)}>
        {security.unlink}
      </Button>
      <Leave id={identity.id} label={label} opened={leaving} onClose={() => setLeaving(false)} />
    </Row>
  );
}

interface LeaveProps {
  readonly id: string;
  readonly label: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function Leave({ id, label, opened, onClose }: LeaveProps) {
  const { security } = useMessages().account;
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: () => unlink(id),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: identitiesQuery.queryKey });
    },
  });
  return (
    <Ask
      title={security.unlinkAsk(label)}
      yes={security.unlink}
      opened={opened}
      busy={removal.isPending}
      failure={removal.error}
      onYes={() => removal.mutate()}
      onClose={onClose}
    />
  );
}

/** A button for each provider, and the proof that it asks for. */
function Linking({ names, labelOf }: Labelled & { readonly names: readonly string[] }) {
  const { security } = useMessages().account;
  const [chosen, setChosen] = useState<string>();
  const title = security.link(labelOf(chosen ?? ""));
  return (
    <>
      <Group gap="sm" mt="md">
        {names.map((name) => (
          <Button key={name} variant="default" onClick={() => setChosen(name)}>
            {security.link(labelOf(name))}
          </Button>
        ))}
      </Group>
      <Dialog title={title} opened={chosen !== undefined} onClose={() => setChosen(undefined)}>
        <ProofForm
          submit={title}
          onProof={async (proof) => visitProvider(await startLinking(chosen ?? "", proof), { link: true })}
        />
      </Dialog>
    </>
  );
}
