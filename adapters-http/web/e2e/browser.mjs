import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AUDIT = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160) + " " + (node.any[0]?.message ?? "")) }))))`;
const PATIENCE = 30_000; // milliseconds
const QUIET = 60; // milliseconds in which nothing is asked of the server
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What each page has asked of the server, and has no answer to yet. */
const underWay = new WeakMap();

export function openBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** A window of somebody's own. What its pages complain of is kept in a list, which may be shared by several. */
export async function openWindow(browser, url, options = {}, complaints = []) {
  const context = await browser.newContext({ baseURL: url, locale: "en-US", ...options });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(
        `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  context.on("console", (message) => {
    // A status of 4xx is an answer that pages expect; browsers note each.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  context.on("weberror", (event) => complaints.push(String(event.error())));
  return { context, page: watched(await context.newPage()), complaints };
}

function watched(page) {
  const asked = new Set();
  const answered = (request) => asked.delete(request);
  page.on("request", (request) => asked.add(request));
  page.on("requestfinished", answered);
  page.on("requestfailed", answered);
  underWay.set(page, asked);
  return page;
}

/** Waits until a page shows what it is there for: nothing is loaded any more, and nothing moves. */
export async function settled(page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const until = Date.now() + PATIENCE; !(await isQuiet(page));) {
    assert.ok(Date.now() < until, `${page.url()} does not come to rest`);
  }
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
}

async function isQuiet(page) {
  const asked = underWay.get(page);
  const before = asked.size;
  await page.waitForTimeout(QUIET);
  return before === 0 && asked.size === 0;
}

/** Gives what tells what axe finds on this page as it is then, by the rules of WCAG 2.2 AA and its own best practices. */
export async function auditor(page) {
  // Injected into an isolated world by the debugger, so the page's policy stays as strict as it is.
  const client = await page.context().newCDPSession(page);
  const { executionContextId: contextId } = await client.send("Page.createIsolatedWorld", {
    frameId: (await client.send("Page.getFrameTree")).frameTree.frame.id,
    worldName: "axe",
  });
  await evaluated(client, contextId, `${AXE}; ""`);
  return async () => JSON.parse(await evaluated(client, contextId, AUDIT));
}

async function evaluated(client, contextId, expression) {
  const { result, exceptionDetails } = await client.send("Runtime.evaluate", {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}
