import { create } from "zustand";
import { outside } from "./en/index.ts";
import type { Messages } from "./messages.ts";

export type { Messages } from "./messages.ts";

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const OUTSIDE = { en: () => Promise.resolve({ outside }), de: () => import("./de/index.ts") };
const INSIDE = { en: () => import("./en/inside.ts"), de: () => import("./de/inside.ts") };

const KEPT = "tenantry.language";

interface Chosen {
  readonly language: Language;
  readonly messages: Messages;
}

/** What pages inside say is missing until somebody goes in: their route waits for it. */
export const useLanguage = create<Chosen>(() => ({ language: "en", messages: outside as Messages }));

/** All that is said, in the language of this browser. */
export function useMessages(): Messages {
  return useLanguage((chosen) => chosen.messages);
}

/** Speaks the language chosen before, else the one that the browser likes best of those that there are. */
export async function speakPreferred(): Promise<void> {
  await speak([localStorage.getItem(KEPT), ...navigator.languages].map(languageOf).find(isThere) ?? "en");
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await speak(language);
}

/** Learns what the pages for who is signed in say. They wait for it: it is no part of what the sign-in page loads. */
export async function speakInside(): Promise<void> {
  if (!isInside()) {
    const { inside } = await INSIDE[useLanguage.getState().language]();
    useLanguage.setState(({ messages }) => ({ messages: { ...messages, ...inside } }));
  }
}

/** The language of a tag (BCP 47), if the console speaks it. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const language = tag?.toLowerCase().split("-")[0] ?? "";
  return language in LANGUAGES ? (language as Language) : undefined;
}

async function speak(language: Language): Promise<void> {
  const [{ outside }, { inside }] = await Promise.all([
    OUTSIDE[language](),
    isInside() ? INSIDE[language]() : { inside: {} },
  ]);
  document.documentElement.lang = language;
  useLanguage.setState(({ messages }) => ({ language, messages: { ...messages, ...outside, ...inside } }));
}

function isInside(): boolean {
  return "account" in useLanguage.getState().messages;
}

function isThere(language: Language | undefined): language is Language {
  return language !== undefined;
}
