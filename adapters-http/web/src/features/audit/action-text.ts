import type { Messages } from "@/locales/language.ts";

/** What is called by a word of the API; the word itself, if a server notes more than this page knows. */
export function actionText({ organization: { audit } }: Messages, action: string): string {
  const known: Readonly<Record<string, string>> = audit.actions;
  return Object.hasOwn(known, action) ? (known[action] ?? action) : action;
}

type Choice = readonly [action: string, text: string];

/** What can be chosen to see nothing else, of all that an installation notes. */
export function everyAction({ organization: { audit } }: Messages): readonly Choice[] {
  return Object.entries(audit.actions);
}

/** What happens to an installation, and in no organization's audit. */
const ELSEWHERE = /^(admin|operator|backup|users|signing_key|secret|identity|passkey|mfa|email)\./;

/** As above, of what an organization's audit can hold. */
export function actionsOfTenants(t: Messages): readonly Choice[] {
  return everyAction(t).filter(([action]) => !ELSEWHERE.test(action));
}
