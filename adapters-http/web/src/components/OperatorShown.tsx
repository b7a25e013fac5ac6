import { Button } from "@mantine/core";
import type { ComponentProps } from "react";
import { Problem } from "@/api/problem.ts";
import { useMessages } from "@/locales/language.ts";
import { useSignOut } from "@/session/sign-out.ts";
import { Empty } from "./Empty.tsx";
import { Notice } from "./Notice.tsx";
import { problemText } from "./problem-text.ts";
import { Shown } from "./Shown.tsx";

/** As `Shown`; but an operator whose session began by one factor alone is told how to begin one that serves. */
export function OperatorShown<T>(props: ComponentProps<typeof Shown<T>>) {
  const { error } = props.of;
  return error instanceof Problem && error.code === "forbidden" ? <SignInAgain /> : <Shown {...props} />;
}

function SignInAgain() {
  const t = useMessages();
  const { factor } = t.admin;
  const leave = useSignOut();
  return (
    <Empty title={factor.title} text={factor.notShown}>
      {leave.isError && <Notice kind="bad">{problemText(t, leave.error)}</Notice>}
      <Button loading={leave.isPending} onClick={() => leave.mutate()}>
        {t.common.nav.signOut}
      </Button>
    </Empty>
  );
}
