import { useInfiniteQuery } from "@tanstack/react-query";
import { DataTable } from "@/components/DataTable.tsx";
import { LinkButton } from "@/components/Link.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Person } from "@/components/Person.tsx";
import { Section } from "@/components/Section.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { membersQuery } from "../api/members.ts";
import { RemoveMember } from "../components/RemoveMember.tsx";
import { RoleOf } from "../components/RoleOf.tsx";

export function MembersPage() {
  const { common, organization } = useMessages();
  const words = organization.members;
  const { tenant, role } = useOpenTenant();
  const me = useMe();
  const times = useTimes();
  const members = useInfiniteQuery(membersQuery(tenant.id));
  return (
    <Page
      title={words.title}
      intro={tenant.name}
      aside={
        role !== "member" && (
          <LinkButton to="/t/$slug/invitations" params={{ slug: tenant.slug }}>
            {words.invite}
          </LinkButton>
        )
      }
    >
      <Section>
        <TenantShown of={members}>
          {(shown) => (
            <DataTable
              caption={words.title}
              items={shown}
              keyOf={(member) => member.userId}
              columns={[
                {
                  title: words.person,
                  cell: ({ fullName, email, userId }) => (
                    <Person name={fullName} email={email} tag={userId === me.id ? words.you : undefined} />
                  ),
                },
                { title: words.role, cell: (member) => <RoleOf member={member} mine={role} tenantId={tenant.id} /> },
                { title: words.joined, cell: ({ joinedAt }) => times.date(joinedAt) },
                {
                  title: words.seen,
                  cell: ({ lastSeenAt }) => (lastSeenAt === null ? common.never : times.ago(lastSeenAt)),
                },
                {
                  title: words.actions,
                  actions: true,
                  cell: (member) =>
                    member.userId !== me.id && <RemoveMember member={member} mine={role} tenantId={tenant.id} />,
                },
              ]}
            />
          )}
        </TenantShown>
        <More of={members} />
      </Section>
    </Page>
  );
}
