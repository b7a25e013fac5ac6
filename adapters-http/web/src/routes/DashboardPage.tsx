import { Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { Empty } from "@/components/Empty.tsx";
import { Link, LinkButton } from "@/components/Link.tsx";
import { Notice } from "@/components/Notice.tsx";
import { Page } from "@/components/Page.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Section } from "@/components/Section.tsx";
import { Tag } from "@/components/Tag.tsx";
import { useTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { type Me, useMe } from "@/session/me.ts";
import { useResendVerification } from "@/session/resend-verification.ts";
import styles from "./DashboardPage.module.css";

export function DashboardPage() {
  const { account, common } = useMessages();
  const words = account.dashboard;
  const me = useMe();
  const notice = useLocation({ select: (location) => location.state.notice });
  const protectedTwice = me.mfa.totp || me.mfa.passkeys > 0;
  return (
    <Page title={words.hello(me.fullName || me.email)}>
      {(notice === "verified" || notice === "confirmed") && <Notice kind="good">{words.notices[notice]}</Notice>}
      {!me.emailVerified && <Unverified email={me.email} />}
      {!protectedTwice && (
        <Notice kind="quiet">
          {words.protect} <Link to="/security">{words.protectLink}</Link>
        </Notice>
      )}
      <Section
        title={words.organizations}
        aside={
          <LinkButton variant="default" to="/organizations/new">
            {common.nav.create}
          </LinkButton>
        }
      >
        {me.memberships.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <ul className={styles.list}>
            {me.memberships.map((membership) => (
              <Organization key={membership.tenant.id} membership={membership} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

function Organization({ membership: { tenant, role, joinedAt } }: { readonly membership: Me["memberships"][number] }) {
  const { account, common } = useMessages();
  const times = useTimes();
  return (
    <li>
      <Link to="/t/$slug/members" params={{ slug: tenant.slug }} className={styles.card} underline="never" c="inherit">
        <span className={styles.mark} aria-hidden="true">
          {Array.from(tenant.name)[0]?.toUpperCase()}
        </span>
        <span className={styles.about}>
          <strong>{tenant.name}</strong>
          <span>
            {common.roles[role]} · {account.dashboard.since(times.date(joinedAt))}
          </span>
        </span>
        {tenant.status !== "active" && <Tag kind="bad">{common.status[tenant.status]}</Tag>}
        <ArrowRight size={18} aria-hidden />
      </Link>
    </li>
  );
}

function Unverified({ email }: { readonly email: string }) {
  const t = useMessages();
  const { dashboard } = t.account;
  const resend = useResendVerification();
  if (resend.isSuccess) {
    return <Notice kind="good">{dashboard.sent}</Notice>;
  }
  return (
    <div className={styles.unverified}>
      <Notice kind="wait">{dashboard.unverified}</Notice>
      {resend.isError && <Notice kind="bad">{problemText(t, resend.error)}</Notice>}
      <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate(email)}>
        {dashboard.sendAgain}
      </Button>
    </div>
  );
}
