import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, useState } from "react";
import type { Role } from "@/api/schemas.ts";
import { Dialog } from "@/components/Ask.tsx";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useMessages } from "@/locales/language.ts";
import { type Domain, domainsQuery } from "../api/domains.ts";
import { ClaimDomain } from "./ClaimDomain.tsx";
import { DomainItem } from "./DomainItem.tsx";
import styles from "./DomainsSection.module.css";

interface Props {
  readonly tenantId: string;
  readonly mine: Role;
}

/** The host names that lead to the organization. Everybody sees them; owners and administrators change them. */
export function DomainsSection({ tenantId, mine }: Props) {
  const words = useMessages().organization.domains;
  const queryClient = useQueryClient();
  const domains = useInfiniteQuery(domainsQuery(tenantId));
  const [adding, setAdding] = useState(false);
  const mayChange = mine !== "member";
  const onChange = () => queryClient.invalidateQueries({ queryKey: domainsQuery(tenantId).queryKey });
  const claimed = async () => {
    setAdding(false);
    await onChange();
  };
  return (
    <Section
      title={words.title}
      text={words.text}
      aside={
        mayChange && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Shown of={domains}>
        {(shown) => <DomainList tenantId={tenantId} domains={shown} {...(mayChange && { onChange })} />}
      </Shown>
      <More of={domains} />
      <Dialog title={words.add} opened={adding} onClose={() => setAdding(false)}>
        <ClaimDomain tenantId={tenantId} onDone={claimed} />
      </Dialog>
    </Section>
  );
}

interface ListProps extends Omit<ComponentProps<typeof DomainItem>, "of"> {
  readonly domains: readonly Domain[];
}

function DomainList({ domains, ...rest }: ListProps) {
  const words = useMessages().organization.domains;
  return domains.length === 0 ? (
    <Empty title={words.none} />
  ) : (
    <ul className={styles.domains}>
      {domains.map((domain) => (
        <DomainItem key={domain.host} of={domain} {...rest} />
      ))}
    </ul>
  );
}
