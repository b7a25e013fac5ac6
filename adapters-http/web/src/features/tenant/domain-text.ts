import { Problem } from "@/api/problem.ts";
import { problemText } from "@/components/problem-text.ts";
import type { Messages } from "@/locales/language.ts";

/** What to tell somebody about a domain that could not be had. */
export function domainText(t: Messages, failure: unknown): string {
  return isTaken(failure) ? t.organization.domains.taken : problemText(t, failure);
}

export function isTaken(failure: unknown): boolean {
  return failure instanceof Problem && failure.code === "conflict";
}
