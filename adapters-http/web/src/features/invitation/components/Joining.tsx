import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { Loading } from "@/components/Shown.tsx";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { useEnter } from "@/session/use-enter.ts";
import { acceptInvitation } from "../api/accept.ts";
import { declineInvitation } from "../api/decline.ts";
import type { Preview } from "../api/preview.ts";
import { Facts } from "./Facts.tsx";
import { NewcomerForm } from "./NewcomerForm.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { Stranger } from "./Stranger.tsx";

interface Props {
  readonly token: string;
  readonly preview: Preview;
}

/** The one way to join that there is for who sits here, and the way to decline. */
export function Joining({ token, preview }: Props) {
  const t = useMessages();
  const words = t.entrance.invitation;
  const decline = useMutation({ mutationFn: () => declineInvitation(token) });
  if (decline.isSuccess) {
    return <Notice kind="good">{words.declined}</Notice>;
  }
  return (
    <>
      <Facts preview={preview} />
      {decline.isError && <Notice kind="bad">{problemText(t, decline.error)}</Notice>}
      <Way token={token} preview={preview} />
      <Button variant="subtle" loading={decline.isPending} onClick={() => decline.mutate()}>
        {words.decline}
      </Button>
    </>
  );
}

function Way({ token, preview }: Props) {
  const who = useQuery(meQuery);
  const [known, setKnown] = useState(preview.accountExists);
  const enter = useEnter();
  const join = async () => {
    await acceptInvitation(token);
    await enter();
  };
  if (who.isPending || who.isFetching) {
    return <Loading />;
  }
  if (who.isSuccess) {
    return who.data.email === preview.email ? <Accept onAccept={join} /> : <Stranger email={who.data.email} />;
  }
  return known ? (
    <SignInForm email={preview.email} onDone={join} />
  ) : (
    <NewcomerForm email={preview.email} token={token} onDone={enter} onKnown={() => setKnown(true)} />
  );
}

function Accept({ onAccept }: { readonly onAccept: () => Promise<void> }) {
  const t = useMessages();
  const accept = useMutation({ mutationFn: onAccept });
  return (
    <>
      {accept.isError && <Notice kind="bad">{problemText(t, accept.error)}</Notice>}
      <Button loading={accept.isPending} onClick={() => accept.mutate()}>
        {t.entrance.invitation.accept}
      </Button>
    </>
  );
}
