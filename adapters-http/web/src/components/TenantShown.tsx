import type { ComponentProps } from "react";
import { Problem } from "@/api/problem.ts";
import { useMessages } from "@/locales/language.ts";
import { Empty } from "./Empty.tsx";
import { LinkButton } from "./Link.tsx";
import { Shown } from "./Shown.tsx";

/** As `Shown`; but an organization that wants a second factor says so, with the way to one. */
export function TenantShown<T>(props: ComponentProps<typeof Shown<T>>) {
  const { organization } = useMessages();
  const { error } = props.of;
  if (error instanceof Problem && error.code === "mfa_enrollment_required") {
    return (
      <Empty title={organization.factor.title} text={organization.factor.text}>
        <LinkButton to="/security">{organization.factor.link}</LinkButton>
      </Empty>
    );
  }
  return <Shown {...props} />;
}
