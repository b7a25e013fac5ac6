import type { Messages } from "@/locales/language.ts";

type Words = Readonly<Record<string, string>>;

/** What is called by a word of the API; the word itself, if a server notes more than this page knows. */
function called(known: Words, word: string): string {
  return Object.hasOwn(known, word) ? (known[word] ?? word) : word;
}

export function actionText({ organization: { audit } }: Messages, action: string): string {
  return called(audit.actions, action);
}

/** What else was noted of an event. A value may be several words, with commas between them. */
export function notedText({ organization: { audit } }: Messages, data: Words): string {
  const { names, words } = audit.noted;
  const valueText = (value: string) =>
    value
      .split(",")
      .map((word) => called(words, word))
      .join(", ");
  return Object.entries(data)
    .map(([name, value]) => `${called(names, name)}: ${valueText(value)}`)
    .join(" · ");
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
