import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Empty } from "@/components/Empty.tsx";
import { More } from "@/components/More.tsx";
import { OperatorShown } from "@/components/OperatorShown.tsx";
import { useMessages } from "@/locales/language.ts";

interface Props<T> {
  readonly of: UseInfiniteQueryResult<readonly T[]>;
  readonly children: (found: readonly T[]) => ReactNode;
}

/** What a search has found; while the next one is under way that stays there, with the dialogs that are open in it. */
export function Found<T>({ of, children }: Props<T>) {
  const { admin } = useMessages();
  return (
    <>
      <div aria-busy={of.isPlaceholderData}>
        <OperatorShown of={of}>
          {(found) => (found.length === 0 ? <Empty title={admin.none} /> : children(found))}
        </OperatorShown>
      </div>
      <More of={of} />
    </>
  );
}
