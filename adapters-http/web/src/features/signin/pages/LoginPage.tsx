import { Anchor } from "@mantine/core";
import { useLocation, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Entrance } from "@/components/Entrance.tsx";
import { Link } from "@/components/Link.tsx";
import { Notice } from "@/components/Notice.tsx";
import { useMessages } from "@/locales/language.ts";
import { SecondStep, secondStepOf } from "@/session/SecondStep.tsx";
import { useEnter } from "@/session/use-enter.ts";
import { usePassBy } from "@/session/use-pass-by.ts";
import { PasswordForm } from "../components/PasswordForm.tsx";

type Second = NonNullable<ReturnType<typeof secondStepOf>>;

export function LoginPage() {
  const { entrance } = useMessages();
  const { redirect } = useSearch({ strict: false });
  const notice = useLocation({ select: (location) => location.state.notice });
  const [second, setSecond] = useState<Second>();
  const enter = useEnter();
  usePassBy(notice !== undefined, redirect);
  if (second !== undefined) {
    return (
      <Entrance
        title={entrance.second.title}
        foot={
          <Anchor component="button" type="button" onClick={() => setSecond(undefined)}>
            {entrance.second.startOver}
          </Anchor>
        }
      >
        <SecondStep {...second} onDone={() => enter(redirect)} />
      </Entrance>
    );
  }
  return (
    <Entrance
      title={entrance.login.title}
      foot={
        <>
          {entrance.login.newHere} <Link to="/register">{entrance.login.register}</Link>
        </>
      }
    >
      {notice !== undefined && (
        <Notice kind={notice === "lost" ? "wait" : "good"}>{entrance.login.notices[notice]}</Notice>
      )}
      <PasswordForm onDone={() => enter(redirect)} onSecond={setSecond} />
    </Entrance>
  );
}
