import { useInfiniteQuery } from "@tanstack/react-query";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { Section } from "@/components/Section.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useMessages } from "@/locales/language.ts";
import { installationAuditQuery } from "../api/audit.ts";
import { Events } from "./Events.tsx";

/** What operators did, and what happened outside of every organization. */
export function InstallationAudit() {
  const { audit } = useMessages().organization;
  const events = useInfiniteQuery(installationAuditQuery);
  return (
    <Section>
      <Shown of={events}>
        {(shown) =>
          shown.length === 0 ? <Empty title={audit.none} text={audit.noneText} /> : <Events events={shown} />
        }
      </Shown>
      <More of={events} />
    </Section>
  );
}
