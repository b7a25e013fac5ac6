import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";

const JAR = resolve(import.meta.dirname, "../../../bootstrap/target/tenantry.jar");
const PATIENCE = 120_000; // milliseconds

/** PostgreSQL's programs, which the first server unpacks: to do that for each takes longer than all the rest of a start. */
const PROGRAMS = resolve(import.meta.dirname, "../../target/e2e-binaries");

/** For a program that lives for a minute: no second compilation, and no threads to collect garbage beside. */
const BRIEFLY = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/**
 * Starts the real server on an embedded database of its own.
 * CONSOLE_CLASSES names a folder that holds `console/`, to try another build of the console with the same jar.
 */
export async function startServer(settings = {}) {
  const data = mkdtempSync(join(process.env.TENANTRY_E2E_DATA ?? tmpdir(), "console-"));
  const programs = join(data, "binaries");
  if (existsSync(PROGRAMS)) {
    symlinkSync(PROGRAMS, programs);
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const classPath = [process.env.CONSOLE_CLASSES, JAR].filter(Boolean).join(delimiter);
  const call = (...words) => [...BRIEFLY, "-cp", classPath, "io.tenantry.Main", ...words];
  const env = {
    ...process.env,
    PORT: String(port),
    TENANTRY_PUBLIC_URL: url,
    TENANTRY_DATA: data,
    TENANTRY_BCRYPT_COST: "6",
    ...settings,
  };
  const server = spawn("java", call("serve"), { cwd: data, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  server.stdout.on("data", (text) => (log += text));
  server.stderr.on("data", (text) => (log += text));
  const over = new Promise((done) => server.on("exit", done));
  const stop = async () => {
    server.kill("SIGTERM");
    await over;
    rmSync(data, { recursive: true, force: true });
  };
  await ready(url, over, () => log);
  keep(programs);
  const command = (...words) => promisify(execFile)("java", call(...words), { cwd: data, env });
  return { url, data, stop, command };
}

async function ready(url, over, log) {
  let ended = false;
  over.then(() => (ended = true));
  for (const until = Date.now() + PATIENCE; Date.now() < until && !ended;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the server did not start:\n${log()}`);
}

/** For the next server. Files of tests run side by side, so they get there whole, by whoever is first. */
function keep(programs) {
  if (existsSync(PROGRAMS)) {
    return;
  }
  const copy = `${PROGRAMS}.${process.pid}`;
  cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(copy, PROGRAMS);
  } catch {
    rmSync(copy, { recursive: true });
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const socket = createServer();
    socket.on("error", failed);
    socket.listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
}
