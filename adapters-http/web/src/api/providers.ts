import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { all } from "./pages.ts";

const provider = z.object({ name: z.string(), label: z.string() });

export type Provider = z.infer<typeof provider>;

/** By whom one may sign in, beside the server itself. */
export const providersQuery = queryOptions({
  queryKey: ["providers"],
  queryFn: () => all(provider, { url: "/v1/session/providers", asNobody: true }),
  staleTime: Infinity,
});
