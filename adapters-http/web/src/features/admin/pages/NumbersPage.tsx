import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { OperatorShown } from "@/components/OperatorShown.tsx";
import { useMessages } from "@/locales/language.ts";
import { statisticsQuery } from "../api/statistics.ts";
import { Operators } from "../components/Operators.tsx";
import { Tiles } from "../components/Tiles.tsx";
import { Trends } from "../components/Trends.tsx";
import { spanOf } from "../spans.ts";

export function NumbersPage() {
  return (
    <Operators title={useMessages().admin.numbers}>
      <Numbers />
    </Operators>
  );
}

/** Within what is for operators, for of others nothing is to be asked. */
function Numbers() {
  const span = spanOf(useSearch({ from: "/inside/admin" }).days);
  const statistics = useQuery(statisticsQuery(span));
  return (
    <OperatorShown of={statistics}>
      {(shown) => (
        <>
          <Tiles of={shown} />
          <Trends span={span} daily={shown.daily} stale={statistics.isPlaceholderData} />
        </>
      )}
    </OperatorShown>
  );
}
