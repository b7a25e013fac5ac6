import { useBrowserTimes } from "@/locales/format.ts";
import { useMessages } from "@/locales/language.ts";
import { Facts as FactList } from "@/components/Facts.tsx";
import type { Preview } from "../api/preview.ts";

export function Facts({ preview }: { readonly preview: Preview }) {
  const { common, entrance } = useMessages();
  const times = useBrowserTimes();
  return (
    <FactList
      of={[
        [entrance.invitation.forEmail, preview.email],
        [entrance.invitation.as, common.roles[preview.role]],
        [entrance.invitation.until, times.time(preview.expiresAt)],
      ]}
    />
  );
}
