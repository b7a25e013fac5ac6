import { Button, Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Problem } from "@/api/problem.ts";
import { useMessages } from "@/locales/language.ts";
import { Notice } from "./Notice.tsx";
import { problemText } from "./problem-text.ts";

interface Props<T> {
  readonly of: Pick<UseQueryResult<T>, "data" | "error" | "isFetching" | "refetch">;
  readonly children: (data: T) => ReactNode;
}

/** What a query brought; until then that it loads, and if it failed why, with a button to try again where that may help. */
export function Shown<T>({ of: { data, error, isFetching, refetch }, children }: Props<T>) {
  const t = useMessages();
  if (data !== undefined) {
    return children(data);
  }
  if (error !== null) {
    return (
      <Stack gap="sm" align="flex-start">
        <Notice kind="bad">{problemText(t, error)}</Notice>
        {!isRefused(error) && (
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
            {t.common.tryAgain}
          </Button>
        )}
      </Stack>
    );
  }
  return <Loading />;
}

/** It is not allowed, and will not be by asking again. */
function isRefused(error: unknown): boolean {
  return error instanceof Problem && error.about.status === 403;
}

export function Loading() {
  const t = useMessages();
  return (
    <Stack gap="sm" role="status" aria-label={t.common.loading}>
      <Skeleton height={18} width="60%" />
      <Skeleton height={18} width="85%" />
      <Skeleton height={18} width="40%" />
    </Stack>
  );
}
