import { LinkButton } from "./Link.tsx";
import { Page } from "./Page.tsx";
import { useMessages } from "@/locales/language.ts";

interface Props {
  readonly title: string;
  readonly text: string;
}

/** Stands inside the frame where a page would be that is not there, or not for who asks for it. */
export function NoPage({ title, text }: Props) {
  const { notFound } = useMessages().common;
  return (
    <Page title={title} intro={text}>
      <span>
        <LinkButton to="/dashboard">{notFound.home}</LinkButton>
      </span>
    </Page>
  );
}

export function NothingHere() {
  const { notFound } = useMessages().common;
  return <NoPage title={notFound.title} text={notFound.text} />;
}
