import { useQuery } from "@tanstack/react-query";
import { Bars } from "@/components/Bars.tsx";
import { Facts } from "@/components/Facts.tsx";
import { Shown } from "@/components/Shown.tsx";
import { useDays } from "@/locales/format.ts";
import { useLanguage, useMessages } from "@/locales/language.ts";
import { type ApiKey, usageQuery } from "../api/api-keys.ts";

interface Props {
  readonly tenantId: string;
  readonly of: ApiKey;
}

/** What a key was used for in the last 30 days. */
export function Usage({ tenantId, of }: Props) {
  const { keys } = useMessages().integration;
  const usage = useQuery(usageQuery(tenantId, of.id));
  const days = useDays();
  const numbers = new Intl.NumberFormat(useLanguage((chosen) => chosen.language));
  return (
    <Shown of={usage}>
      {({ items, totals }) => (
        <>
          <Bars
            title={keys.requestsByDay}
            nameTitle={keys.day}
            valueTitle={keys.requests}
            of={items.map(({ day, requests }) => ({ name: days(day), value: requests }))}
          />
          <Facts
            of={[
              [keys.requests, numbers.format(totals.requests)],
              [keys.units, numbers.format(totals.units)],
            ]}
          />
        </>
      )}
    </Shown>
  );
}
