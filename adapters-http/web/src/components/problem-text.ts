import { Problem } from "@/api/problem.ts";
import type { Messages } from "@/locales/language.ts";

/** What to tell somebody about a failure, in their language where that is known there. */
export function problemText(t: Messages, failure: unknown): string {
  if (!(failure instanceof Problem)) {
    return t.problems.codes["unexpected_answer"] ?? "";
  }
  const { requestId, status } = failure.about;
  const text = t.problems.codes[failure.code] ?? failure.detail;
  return status === 500 && requestId !== undefined ? `${text} ${t.problems.reference(requestId)}` : text;
}

/** What is wrong with a field, in their language where that is known there. The native API names the field before it. */
export function fieldText({ problems: { fields } }: Messages, text: string): string {
  const known = Object.entries(fields).find(([theirs]) => text === theirs || text.endsWith(` ${theirs}`));
  return known === undefined ? text : known[1];
}
