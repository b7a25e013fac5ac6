import { useInfiniteQuery } from "@tanstack/react-query";
import { Breakable } from "@/components/Breakable.tsx";
import { DataTable } from "@/components/DataTable.tsx";
import { Empty } from "@/components/Empty.tsx";
import { Managers } from "@/components/Managers.tsx";
import { More } from "@/components/More.tsx";
import { Page } from "@/components/Page.tsx";
import { Section } from "@/components/Section.tsx";
import { Tag } from "@/components/Tag.tsx";
import { TenantShown } from "@/components/TenantShown.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { type Invitation, invitationsQuery } from "../api/invitations.ts";
import { InvitationActions } from "../components/InvitationActions.tsx";
import { InviteForm } from "../components/InviteForm.tsx";

const KINDS = { pending: "wait", accepted: "good", declined: "bad", revoked: "quiet", expired: "quiet" } as const;

export function InvitationsPage() {
  return (
    <Managers title={useMessages().organization.invitations.title}>
      <Invitations />
    </Managers>
  );
}

function Invitations() {
  const { organization } = useMessages();
  const words = organization.invitations;
  const { tenant, role } = useOpenTenant();
  const invitations = useInfiniteQuery(invitationsQuery(tenant.id));
  return (
    <Page title={words.title} intro={tenant.name}>
      <Section title={words.invite} text={words.intro}>
        <InviteForm tenantId={tenant.id} mine={role} />
      </Section>
      <Section title={words.title}>
        <TenantShown of={invitations}>
          {(shown) =>
            shown.length === 0 ? (
              <Empty title={words.none} text={words.noneText} />
            ) : (
              <InvitationTable invitations={shown} tenantId={tenant.id} />
            )
          }
        </TenantShown>
        <More of={invitations} />
      </Section>
    </Page>
  );
}

interface TableProps {
  readonly invitations: readonly Invitation[];
  readonly tenantId: string;
}

function InvitationTable({ invitations, tenantId }: TableProps) {
  const { common, organization } = useMessages();
  const words = organization.invitations;
  const times = useTimes();
  return (
    <DataTable
      caption={words.title}
      items={invitations}
      keyOf={(invitation) => invitation.id}
      columns={[
        {
          title: words.email,
          cell: ({ email }) => (
            <strong>
              <Breakable text={email} />
            </strong>
          ),
        },
        { title: common.fields.role, tight: true, cell: ({ role }) => common.roles[role] },
        { title: words.status, cell: ({ status }) => <Tag kind={KINDS[status]}>{common.status[status]}</Tag> },
        {
          title: words.by,
          cell: ({ invitedBy }) => <Breakable text={invitedBy?.fullName || invitedBy?.email || "–"} />,
        },
        { title: words.until, cell: ({ expiresAt }) => times.date(expiresAt) },
        {
          title: organization.members.actions,
          actions: true,
          cell: (invitation) =>
            (invitation.status === "pending" || invitation.status === "expired") && (
              <InvitationActions invitation={invitation} tenantId={tenantId} />
            ),
        },
      ]}
    />
  );
}
