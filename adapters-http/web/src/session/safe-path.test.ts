import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

describe("a proposed path", () => {
  it.each(["/dashboard", "/t/acme/audit?from=2026-01-01", "/"])("%s is gone to", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "dashboard",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/api/v1/me",
    "/docs",
    "/oauth/authorize",
    "/./api/v1/me",
    "//[",
    "/\\:80:",
  ])("%s is not", (path) => {
    expect(safePath(path)).toBeUndefined();
  });
});
