import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapi, { astToString } from "openapi-typescript";
import { expect, it } from "vitest";

const BANNER = /^\/\*\*[\s\S]*?\*\/\s*/;

it("the types are those of openapi.yaml; else run: npm run types", async () => {
  const description = pathToFileURL(resolve("../src/main/resources/openapi.yaml"));
  const made = astToString(await openapi(description, { alphabetize: true }));
  expect(readFileSync("src/api/schema.d.ts", "utf8").replace(BANNER, "").trim()).toBe(made.trim());
});
