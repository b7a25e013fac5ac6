import { Outlet, useParams } from "@tanstack/react-router";
import { Empty } from "@/components/Empty.tsx";
import { NothingHere } from "@/components/NoPage.tsx";
import { Page } from "@/components/Page.tsx";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";

/** What all pages of an organization ask first: does it exist, is it open, and may one be here. */
export function TenantFrame() {
  const { organization } = useMessages();
  const { slug } = useParams({ from: "/inside/t/$slug" });
  const membership = useMe().memberships.find(({ tenant }) => tenant.slug === slug);
  if (membership === undefined) {
    return <NothingHere />;
  }
  if (membership.tenant.status !== "active") {
    return (
      <Page title={membership.tenant.name}>
        <Empty title={organization.suspended.title(membership.tenant.name)} text={organization.suspended.text} />
      </Page>
    );
  }
  return <Outlet key={membership.tenant.id} />;
}
