import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATIENCE = 15_000; // milliseconds
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function openBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** A window of somebody's own, in which everything that a page complains of is kept. */
export async function openWindow(browser, url, options = {}) {
  const context = await browser.newContext({ baseURL: url, locale: "en-US", ...options });
  context.setDefaultTimeout(PATIENCE);
  const complaints = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(
        `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    // A status of 4xx is an answer that pages expect; browsers note each.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

/** What axe finds on a page, by the rules of WCAG 2.2 AA and its own best practices. */
export async function audited(page) {
  // Injected into an isolated world by the debugger, so the page's policy stays as strict as it is.
  const client = await page.context().newCDPSession(page);
  const { executionContextId } = await client.send("Page.createIsolatedWorld", {
    frameId: (await client.send("Page.getFrameTree")).frameTree.frame.id,
    worldName: "axe",
  });
  const run = `${AXE}; axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(
    violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160) + " " + (node.any[0]?.message ?? "")) }))))`;
  const { result, exceptionDetails } = await client.send("Runtime.evaluate", {
    expression: run,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await client.detach();
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return JSON.parse(result.value);
}
