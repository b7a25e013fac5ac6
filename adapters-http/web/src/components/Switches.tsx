import { ActionIcon, NativeSelect, useMantineColorScheme } from "@mantine/core";
import { Monitor, Moon, Sun } from "lucide-react";
import { chooseLanguage, type Language, LANGUAGES, useLanguage, useMessages } from "@/locales/language.ts";

/** Each with its picture, and the one that comes after it. */
const SCHEMES = {
  light: [Sun, "dark"],
  dark: [Moon, "auto"],
  auto: [Monitor, "light"],
} as const;

/** In what language, and in what colors. Plain controls: what floats would double what the sign-in page loads. */
export function Switches() {
  return (
    <>
      <LanguageSwitch />
      <SchemeSwitch />
    </>
  );
}

function LanguageSwitch() {
  const { common } = useMessages();
  const language = useLanguage((chosen) => chosen.language);
  return (
    <NativeSelect
      aria-label={common.language}
      size="xs"
      variant="unstyled"
      data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      value={language}
      onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
    />
  );
}

function SchemeSwitch() {
  const { common } = useMessages();
  // To stop what moves meanwhile, Mantine would write a style element into the page, which its policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const [Current, next] = SCHEMES[colorScheme];
  const label = `${common.scheme.label}: ${common.scheme[colorScheme]}`;
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={label} title={label} onClick={() => setColorScheme(next)}>
      <Current size={20} aria-hidden />
    </ActionIcon>
  );
}
