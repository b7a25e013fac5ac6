import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { build } from "vite";

const WEB = resolve(import.meta.dirname, "..");
const SNIPPETS = join(import.meta.dirname, "snippets");
const ENTRY = join(SNIPPETS, "all.ts");

/** The snippets, each as it stands in its document, with the least around it that makes a module of it. */
const MODULES = new Map(
  Object.entries({
    "tenants-fetch.ts": `
      export async function register() { ${text("tenants-register.js")} return { status: res.status, json }; }
      export async function login() { ${text("tenants-login.js")} return { status: res.status, json }; }`,
    "tenants.ts": `
      ${text("tenants-interfaces.ts")}
      ${text("tenants-axios.ts")}
      export { login, register };
      export type Answer = Awaited<ReturnType<typeof register>>["data"] & Awaited<ReturnType<typeof login>>["data"];`,
    "frontend-auth.ts": `
      export function register(
        firstName: string, lastName: string, email: string, password: string, confirmPassword: string,
      ) { return ${text("frontend-auth-register.js")} }
      export function login(email: string, password: string) { return ${text("frontend-auth-login.js")} }`,
    "statuswatch-client.ts": text("statuswatch-client.ts"),
    "stockshift-client.ts": text("stockshift-client.ts"),
    "all.ts": `
      export * as tenantsFetch from "./tenants-fetch.ts";
      export * as tenants from "./tenants.ts";
      export * as frontendAuth from "./frontend-auth.ts";
      export * as statuswatch from "./statuswatch-client.ts";
      export * as stockshift from "./stockshift-client.ts";`,
  }).map(([name, content]) => [join(SNIPPETS, name), content]),
);

function text(name) {
  return readFileSync(join(SNIPPETS, name), "utf8");
}

/** The modules, as the project's own compiler sees them, with its own settings. */
export function compiled() {
  const { config } = ts.readConfigFile(join(WEB, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, WEB);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => MODULES.has(path) || fileExists(path);
  host.readFile = (path) => MODULES.get(path) ?? readFile(path);
  return ts.createProgram([ENTRY], options, host);
}

export function complaintsOf(program) {
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

/** All of them in one file for a browser. */
export async function bundled() {
  const { output } = (
    await build({
      root: WEB,
      configFile: false,
      logLevel: "warn",
      build: { write: false, target: "es2022", lib: { entry: ENTRY, formats: ["es"] } },
      plugins: [
        {
          name: "snippets",
          enforce: "pre",
          resolveId: (id, importer) => [id, resolve(dirname(importer ?? ""), id)].find((path) => MODULES.has(path)),
          load: (path) => MODULES.get(path),
        },
      ],
    })
  )[0];
  return output[0].code;
}

/** Where a value is not what a type that a module exports says, member by member. */
export function misfits(program, module, name, value) {
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile(join(SNIPPETS, module))),
  );
  const type = checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name));
  return compare(checker, type, value, name);
}

function compare(checker, type, value, path) {
  const fits = (one) => compare(checker, one, value, path).length === 0;
  const wrong = [`${path}: ${JSON.stringify(value)} is not ${checker.typeToString(type)}`];
  if (type.isUnion()) {
    return type.types.some(fits) ? [] : wrong;
  }
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
    return typeof value === "object" && value !== null ? members(checker, type, value, path) : wrong;
  }
  return isPrimitive(checker, type, value) ? [] : wrong;
}

function members(checker, type, value, path) {
  return checker
    .getPropertiesOfType(type)
    .filter(({ name, flags }) => name in value || !(flags & ts.SymbolFlags.Optional))
    .flatMap((member) =>
      compare(checker, checker.getTypeOfSymbol(member), value[member.name], `${path}.${member.name}`),
    );
}

/** Of `string`, `number` and the like, and of literals, the compiler's own words are those of JSON. */
function isPrimitive(checker, type, value) {
  const told = checker.typeToString(type);
  return told === typeof value || told === JSON.stringify(value);
}
