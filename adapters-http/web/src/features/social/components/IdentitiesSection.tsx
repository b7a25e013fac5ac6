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

/** Accounts at providers. Where there are neither providers nor such accounts, there is nothing to see. */
export function IdentitiesSection() {
  const { account } = useMessages();
  const { security } = account;
  const queryClient = useQueryClient();
  const times = useTimes();
  const providers = useQuery(providersQuery).data ?? [];
  const identities = useQuery(identitiesQuery);
  const [linking, setLinking] = useState<string>();
  const [leaving, setLeaving] = useState<Identity>();
  const removal = useMutation({
    mutationFn: unlink,
    onSuccess: async () => {
      setLeaving(undefined);
      await queryClient.invalidateQueries({ queryKey: identitiesQuery.queryKey });
    },
  });
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
              <Row
                key={identity.id}
                icon={Link2}
                title={labelOf(identity.provider)}
                text={`${identity.email ?? ""} ${security.added(times.date(identity.linkedAt))}`}
              >
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`${security.unlink}: ${labelOf(identity.provider)}`}
                  onClick={() => setLeaving(identity)}
                >
                  {security.unlink}
                </Button>
              </Row>
            ))}
          </Rows>
        )}
      </Shown>
      <Group gap="sm" mt="md">
        {providers.map(({ name, label }) => (
          <Button key={name} variant="default" onClick={() => setLinking(name)}>
            {security.link(label)}
          </Button>
        ))}
      </Group>
      <Dialog
        title={security.link(labelOf(linking ?? ""))}
        opened={linking !== undefined}
        onClose={() => setLinking(undefined)}
      >
        <ProofForm
          submit={security.link(labelOf(linking ?? ""))}
          onProof={async (proof) => visitProvider(await startLinking(linking ?? "", proof), { link: true })}
        />
      </Dialog>
      <Ask
        title={security.unlinkAsk(labelOf(leaving?.provider ?? ""))}
        yes={security.unlink}
        opened={leaving !== undefined}
        busy={removal.isPending}
        failure={removal.error}
        onYes={() => leaving !== undefined && removal.mutate(leaving.id)}
        onClose={() => setLeaving(undefined)}
      />
    </Section>
  );
}
