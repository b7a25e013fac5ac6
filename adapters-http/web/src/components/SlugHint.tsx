import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { useMessages } from "@/locales/language.ts";
import { slugOf } from "./slug.ts";

interface Props {
  readonly name: string;
}

const answer = z.object({ available: z.boolean() });
const PAUSE = 400; // milliseconds, so that not every letter is asked about

/** Below the name of an organization: what its short name will be, and whether it is free. */
export function SlugHint({ name }: Props) {
  const { register } = useMessages().entrance;
  const slug = slugOf(name);
  const [asked] = useDebouncedValue(slug, PAUSE);
  const { data } = useQuery({
    queryKey: ["slug", asked],
    queryFn: ({ signal }) => call(answer, { url: `/v1/slugs/${asked}`, signal, asNobody: true }),
    enabled: asked.length > 1,
    retry: false,
    staleTime: 10_000,
  });
  return <span aria-live="polite">{told()}</span>;

  function told(): string {
    if (slug.length < 2) {
      return "";
    }
    if (asked !== slug) {
      return register.slugChecking;
    }
    return data?.available === false ? register.slugTaken(slug) : register.slug(slug);
  }
}
