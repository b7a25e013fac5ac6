import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const pine: MantineColorsTuple = [
  "#eef6f3",
  "#dbebe5",
  "#b6d8cd",
  "#8fc4b3",
  "#79c4b1",
  "#4d9f86",
  "#357a68",
  "#2f6b5e",
  "#265549",
  "#1b3f36",
];

/** Greys with a touch of green, from the darkest text to the ground of dark pages. */
const dark: MantineColorsTuple = [
  "#e6ebe8",
  "#c2cbc6",
  "#a4b0aa",
  "#76837c",
  "#3a4440",
  "#2c3531",
  "#232a27",
  "#1c2220",
  "#131716",
  "#0c0f0e",
];

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, dark },
  defaultRadius: "md",
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  headings: { fontWeight: "650" },
  cursorType: "pointer",
  respectReducedMotion: true,
  // By name, for to import the components would bring them all into the first load.
  components: {
    // Forms ask for what they need, and mark the few fields that may be left out.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    // Its header element would be a second banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: "none" } } } },
    Drawer: { defaultProps: { attributes: { header: { role: "none" } } } },
    // Within the landmark that it belongs to, and with nothing in it but its items.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
  },
});

/** Colours of text that Mantine chooses too pale to be read by everybody (WCAG 2.2, 1.4.3). */
export const cssVariables: CSSVariablesResolver = (merged) => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1d2522",
    "--mantine-color-dimmed": "#55605b",
    "--mantine-color-error": "#a3261f",
    "--mantine-color-placeholder": "#6b7771",
    "--mantine-color-default-border": "#cfd6d2",
  },
  dark: {
    "--mantine-color-dimmed": merged.colors.dark[2],
    "--mantine-color-error": "#f2a29b",
    "--mantine-color-placeholder": "#8c9992",
  },
});
