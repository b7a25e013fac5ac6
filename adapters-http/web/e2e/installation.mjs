import { after, before } from "node:test";
import { openBrowser, openWindow } from "./browser.mjs";
import { startServer } from "./server.mjs";

/**
 * What a file of tests has to itself: a server, a browser, and what the pages of all its windows complained of.
 * @param settings of the server, or a promise of them
 * @param prepare what must be there before the first test
 */
export function installation(settings = {}, prepare = async () => {}) {
  const own = { complaints: [] };
  own.open = (options) => openWindow(own.browser, own.server.url, options, own.complaints);
  before(async () => {
    const starting = startServer(await settings);
    own.browser = await openBrowser();
    own.server = await starting;
    await prepare(own);
  });
  after(async () => {
    await own.browser?.close();
    await own.server?.stop();
  });
  return own;
}
