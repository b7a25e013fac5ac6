import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";
import type * as z from "zod/mini";
import { type Call, call } from "./http.ts";
import { type PageOf, pageOf } from "./schemas.ts";

/** A list that the API gives a page at a time. */
export function pages<T>(queryKey: QueryKey, item: z.ZodMiniType<T>, config: Call) {
  const schema = pageOf(item);
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call(schema, { ...config, signal, params: { ...(config.params as object | undefined), cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

/** A list that is short enough to be read whole. */
export async function all<T>(item: z.ZodMiniType<T>, config: Call): Promise<T[]> {
  const schema = pageOf(item);
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: PageOf<T> = await call(schema, {
      ...config,
      params: { ...(config.params as object | undefined), limit: 100, cursor },
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
