import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstLoad, sum } from "../build/first-load.ts";

const KIB = 1024;
let folder: string;

// In a process of its own: in this one React would be built for tests.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "console-"));
  execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], {
    env: { ...process.env, NODE_ENV: "production", CONSOLE_OUT: folder },
  });
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what a browser loads, compressed", () => {
  it.each([
    ["src/features/signin/pages/LoginPage.tsx", 200],
    ["src/features/registration/pages/RegisterPage.tsx", 200],
    ["src/routes/DashboardPage.tsx", 230],
    ["src/routes/SecurityPage.tsx", 260],
  ])("for %s is under %i KiB of JavaScript", (page, budget) => {
    expect(sum(firstLoad(folder, page), ".js") / KIB).toBeLessThan(budget);
  });

  it("is under 25 KiB of styles for the sign-in", () => {
    expect(sum(firstLoad(folder, "src/features/signin/pages/LoginPage.tsx"), ".css") / KIB).toBeLessThan(25);
  });
});
