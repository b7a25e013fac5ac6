import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { config } from "zod/mini";
import { chooseLanguage } from "@/locales/language.ts";
import { forgetAnswers } from "./server.ts";

// What jsdom does not have, and Mantine asks for.
window.matchMedia = (media) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
URL.createObjectURL = () => "blob:picture";
URL.revokeObjectURL = () => {};

window.createImageBitmap = () => Promise.resolve({ width: 1, height: 1, close() {} });

config({ jitless: true });

// The first test of a file loads the page's modules, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => chooseLanguage("en"));

afterEach(() => {
  cleanup();
  forgetAnswers();
  localStorage.clear();
  vi.unstubAllGlobals();
});
