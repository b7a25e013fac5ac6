import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Entrance } from "@/components/Entrance.tsx";
import { Notice } from "@/components/Notice.tsx";
import { problemText } from "@/components/problem-text.ts";
import { useMessages } from "@/locales/language.ts";
import { useMailedToken } from "@/session/use-mailed-token.ts";
import { type Preview, previewInvitation } from "../api/preview.ts";
import { Joining } from "../components/Joining.tsx";

/** The page behind an invitation's link. The token goes to the server only when somebody wants to see the invitation. */
export function AcceptPage() {
  const { entrance } = useMessages();
  const token = useMailedToken();
  const [preview, setPreview] = useState<Preview>();
  const title = preview === undefined ? entrance.invitation.title : entrance.invitation.join(preview.tenantName);
  return (
    <Entrance title={title} {...(preview === undefined && { intro: entrance.invitation.closed })}>
      {token === undefined ? (
        <Notice kind="bad">{entrance.incomplete}</Notice>
      ) : preview === undefined ? (
        <Closed token={token} onOpen={setPreview} />
      ) : (
        <Joining token={token} preview={preview} />
      )}
    </Entrance>
  );
}

function Closed({ token, onOpen }: { readonly token: string; readonly onOpen: (preview: Preview) => void }) {
  const t = useMessages();
  const opening = useMutation({ mutationFn: previewInvitation, onSuccess: onOpen });
  return (
    <>
      {opening.isError && (
        <Notice kind="bad">
          {problemText(t, opening.error)} {t.entrance.invitation.invalid}
        </Notice>
      )}
      <Button loading={opening.isPending} onClick={() => opening.mutate(token)}>
        {t.entrance.invitation.show}
      </Button>
    </>
  );
}
