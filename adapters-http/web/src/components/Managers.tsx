import type { ReactNode } from "react";
import { useMessages } from "@/locales/language.ts";
import { useOpenTenant } from "@/session/open-tenant.ts";
import { Notice } from "./Notice.tsx";
import { Page } from "./Page.tsx";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of an organization for who manages it. Members are told that it is not for them, and nothing of it is asked for. */
export function Managers({ title, children }: Props) {
  const { problems } = useMessages();
  const { tenant, role } = useOpenTenant();
  if (role !== "member") {
    return children;
  }
  return (
    <Page title={title} intro={tenant.name}>
      <Notice kind="bad">{problems.codes["forbidden"]}</Notice>
    </Page>
  );
}
