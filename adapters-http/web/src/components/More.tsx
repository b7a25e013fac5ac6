import { Button } from "@mantine/core";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useMessages } from "@/locales/language.ts";

interface Props {
  readonly of: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
}

/** Below a list: the next page of it, while there is one. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: Props) {
  const { common } = useMessages();
  return hasNextPage ? (
    <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {common.more}
    </Button>
  ) : null;
}
