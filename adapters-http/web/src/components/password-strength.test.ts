import { expect, it } from "vitest";
import { lengthOf, passwordStrength } from "./password-strength.ts";

it.each([
  ["short", 0],
  ["aaaaaaaa", 1],
  ["sunshine", 1],
  ["sunshine99", 2],
  ["correct horse battery", 4],
])("%s is %i", (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});

it("counts code points, as the server does", () => {
  expect(lengthOf("🙂🙂🙂🙂🙂🙂🙂🙂")).toBe(8);
});
