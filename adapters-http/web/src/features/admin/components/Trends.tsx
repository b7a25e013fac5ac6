import { LinkButton } from "@/components/Link.tsx";
import { Section } from "@/components/Section.tsx";
import { useMessages } from "@/locales/language.ts";
import type { Daily } from "../api/statistics.ts";
import { SPANS } from "../spans.ts";
import { Trend } from "./Trend.tsx";
import styles from "./Trends.module.css";

interface Props {
  readonly span: number;
  readonly daily: readonly Daily[];
  /** Whether what is shown is still of another span. */
  readonly stale: boolean;
}

/** What came to the installation over time. */
export function Trends({ span, daily, stale }: Props) {
  const { statistics: words } = useMessages().admin;
  return (
    <Section title={words.trends} text={words.trendsText} aside={<Spans chosen={span} />}>
      <div className={styles.trends} aria-busy={stale}>
        <Trend title={words.newTenants} daily={daily} number={(day) => day.registeredTenants} />
        <Trend title={words.newUsers} daily={daily} number={(day) => day.registeredUsers} />
        <Trend title={words.signIns} daily={daily} number={(day) => day.signIns} unknown={words.signInsSince} />
        <Trend title={words.requests} daily={daily} number={(day) => day.requests} />
        <Trend title={words.unitsUsed} daily={daily} number={(day) => day.units} />
      </div>
    </Section>
  );
}

function Spans({ chosen }: { readonly chosen: number }) {
  const { statistics } = useMessages().admin;
  return (
    <nav className={styles.spans} aria-label={statistics.span}>
      {SPANS.map((days) => (
        <LinkButton
          key={days}
          variant="default"
          size="xs"
          to="/admin"
          search={{ days: String(days) }}
          aria-current={days === chosen ? "page" : undefined}
        >
          {statistics.days(days)}
        </LinkButton>
      ))}
    </nav>
  );
}
