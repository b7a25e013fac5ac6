import { expect, it } from "vitest";
import { slugOf } from "./slug.ts";

it.each([
  ["Acme", "acme"],
  ["  Größe & Söhne GmbH ", "grosse-sohne-gmbh"],
  ["!!!", ""],
  ["a".repeat(60), "a".repeat(43)],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
