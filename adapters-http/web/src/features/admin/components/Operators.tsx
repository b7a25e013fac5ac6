import type { ReactNode } from "react";
import { Empty } from "@/components/Empty.tsx";
import { LinkButton } from "@/components/Link.tsx";
import { NoPage } from "@/components/NoPage.tsx";
import { Page } from "@/components/Page.tsx";
import { useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import styles from "./Operators.module.css";

interface Props {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What all pages for operators have: that they are for operators, and the way from one to another. */
export function Operators({ title, aside, children }: Props) {
  const { admin } = useMessages();
  const { operator, mfa } = useMe();
  if (!operator) {
    return <NoPage title={admin.closed.title} text={admin.closed.text} />;
  }
  if (!mfa.totp && mfa.passkeys === 0) {
    return (
      <Page title={title}>
        <Empty title={admin.factor.title} text={admin.factor.none}>
          <LinkButton to="/security">{admin.factor.setUp}</LinkButton>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={title} intro={admin.intro} aside={aside}>
      <Tabs />
      {children}
    </Page>
  );
}

function Tabs() {
  const { admin } = useMessages();
  return (
    <nav className={styles.tabs} aria-label={admin.title}>
      <LinkButton variant="default" size="xs" to="/admin" activeOptions={{ exact: true, includeSearch: false }}>
        {admin.numbers}
      </LinkButton>
      <LinkButton variant="default" size="xs" to="/admin/tenants">
        {admin.tenants}
      </LinkButton>
      <LinkButton variant="default" size="xs" to="/admin/users">
        {admin.users}
      </LinkButton>
      <LinkButton variant="default" size="xs" to="/admin/keys">
        {admin.keys}
      </LinkButton>
      <LinkButton variant="default" size="xs" to="/admin/audit">
        {admin.audit}
      </LinkButton>
    </nav>
  );
}
