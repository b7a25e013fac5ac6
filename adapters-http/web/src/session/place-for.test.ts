import { describe, expect, it } from "vitest";
import { placeFor } from "./place-for.ts";

describe("who has signed in", () => {
  it.each(["/profile", "/t/acme/audit?from=2026-01-01", "/organizations/new"])("goes to %s", (proposed) => {
    expect(placeFor(proposed)).toBe(proposed);
  });

  it.each([
    undefined,
    "",
    "/",
    "/login",
    "/login/",
    "/login?redirect=/login",
    "/register",
    "/reset?token=x",
    "//evil.example",
  ])("goes to the overview in place of %s", (proposed) => expect(placeFor(proposed)).toBe("/dashboard"));
});
