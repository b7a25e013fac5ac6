import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const LONGEST = 300; // lines

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
  .map((name) => ({ name, text: readFileSync(join("src", name), "utf8") }));

function featureOf(path: string): string | undefined {
  return /features\/([^/]+)\//.exec(path)?.[1];
}

function imports(text: string): string[] {
  return [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map(([, plain, lazy]) => plain ?? lazy ?? "");
}

describe("the console", () => {
  it("has files at all", () => expect(files.length).toBeGreaterThan(80));

  it.each(files.filter(({ name }) => featureOf(name) !== undefined))(
    "$name knows no other feature",
    ({ name, text }) => {
      const others = imports(text).filter(
        (path) => featureOf(path) !== undefined && featureOf(path) !== featureOf(name),
      );
      expect(others).toEqual([]);
    },
  );

  it.each(files.filter(({ name }) => /^(api|components|session|locales|theme)\//.test(name)))(
    "$name is shared, and knows no feature and no route",
    ({ text }) => expect(imports(text).filter((path) => /^@\/(features|routes|app)\//.test(path))).toEqual([]),
  );

  it.each(files)("$name is short", ({ text }) => expect(text.split("\n").length).toBeLessThanOrEqual(LONGEST));
});
