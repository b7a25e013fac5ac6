import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Problem } from "@/api/problem.ts";
import { Entrance } from "@/components/Entrance.tsx";
import { Link } from "@/components/Link.tsx";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { useMailedToken } from "@/session/use-mailed-token.ts";
import { type MailedNotice, useGoOn } from "./use-go-on.ts";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly caution?: string;
  readonly submit: string;
  readonly notice: MailedNotice;
  /** What to tell who has a link that does not work any more. */
  readonly remedy?: string;
  readonly deed: (token: string) => Promise<unknown>;
}

/** The page behind a mail's link. Programs open links too, so only its button does the thing. */
export function MailedDeed({ title, text, caution, submit, notice, remedy, deed }: Props) {
  const t = useMessages();
  const token = useMailedToken();
  const goOn = useGoOn();
  const doing = useMutation({ mutationFn: deed, onSuccess: () => goOn(notice) });
  const over = doing.error instanceof Problem && doing.error.about.status === 400;
  const foot = <Link to="/login">{t.entrance.toLogin}</Link>;
  if (token === undefined) {
    return (
      <Entrance title={title} foot={foot}>
        <Notice kind="bad">{t.entrance.incomplete}</Notice>
      </Entrance>
    );
  }
  return (
    <Entrance title={title} intro={text} foot={foot}>
      {doing.isError && (
        <Notice kind="bad">
          {over ? `${t.problems.codes["invalid_token"] ?? ""} ${remedy ?? ""}` : problemText(t, doing.error)}
        </Notice>
      )}
      {!over && (
        <>
          {caution !== undefined && <Notice kind="wait">{caution}</Notice>}
          <Button loading={doing.isPending || doing.isSuccess} onClick={() => doing.mutate(token)}>
            {submit}
          </Button>
        </>
      )}
    </Entrance>
  );
}
