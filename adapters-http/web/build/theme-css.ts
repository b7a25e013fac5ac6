import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineTheme,
  mergeMantineTheme,
} from "@mantine/core";
import type { Plugin } from "vite";
import { cssVariables, theme } from "../src/theme/theme.ts";

const NAME = "virtual:theme.css";

type Variables = ReturnType<typeof defaultCssVariablesResolver>;

/**
 * Writes the theme's variables into a style sheet. Mantine would put them into a style element when the page starts, which a
 * content security policy without inline styles refuses.
 */
export function themeCss(): Plugin {
  return {
    name: "theme-css",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? themeStyles() : undefined),
  };
}

/** What differs from the default theme, which Mantine has as a file of its own. */
export function themeStyles(): string {
  const ours = variables(mergeMantineTheme(DEFAULT_THEME, theme));
  const standard = defaultCssVariablesResolver(DEFAULT_THEME);
  return convertCssVariables({
    variables: without(ours.variables, standard.variables),
    light: without(ours.light, standard.light),
    dark: without(ours.dark, standard.dark),
  });
}

function variables(merged: MantineTheme): Variables {
  const standard = defaultCssVariablesResolver(merged);
  const ours = cssVariables(merged);
  return {
    variables: { ...standard.variables, ...ours.variables },
    light: { ...standard.light, ...ours.light },
    dark: { ...standard.dark, ...ours.dark },
  };
}

function without(all: Record<string, string>, known: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => known[name] !== value));
}
