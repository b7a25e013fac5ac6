import { create } from "zustand";
import { en } from "./en/index.ts";

export type Messages = typeof en;
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT = "tenantry.language";

interface Chosen {
  readonly language: Language;
  readonly messages: Messages;
}

export const useLanguage = create<Chosen>(() => ({ language: "en", messages: en }));

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

/** The language of a tag (BCP 47), if the console speaks it. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const language = tag?.toLowerCase().split("-")[0] ?? "";
  return language in LANGUAGES ? (language as Language) : undefined;
}

async function speak(language: Language): Promise<void> {
  const messages = language === "de" ? (await import("./de/index.ts")).de : en;
  document.documentElement.lang = language;
  useLanguage.setState({ language, messages });
}

function isThere(language: Language | undefined): language is Language {
  return language !== undefined;
}
