import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PATIENCE = 30_000; // milliseconds
const LINK = /https?:\/\/[^\s"<>]*[?&]token=[A-Za-z0-9_-]+/;

/** The newest link that was mailed to an address and leads to this path. */
export async function mailedLink(data, to, path) {
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    const link = mailsTo(data, to)
      .map((text) => LINK.exec(text)?.[0])
      .findLast((found) => found !== undefined && new URL(found).pathname === path);
    if (link !== undefined) {
      return link;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no link to ${path} was mailed to ${to}`);
}

function mailsTo(data, to) {
  const folder = join(data, "mail");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .filter((text) => new RegExp(`^To: ${RegExp.escape?.(to) ?? to}$`, "mi").test(text.replaceAll("\r\n", "\n")))
    .map((text) => text.replace(/=\r?\n/g, "").replaceAll("=3D", "="));
}
