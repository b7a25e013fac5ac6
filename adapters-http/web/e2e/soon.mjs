import assert from "node:assert/strict";

const LIMIT = 5_000; // milliseconds: what takes the server a second takes a busy machine longer

/** Waits until something is so that the server promises for within a second. */
export async function soon(what, isSo) {
  for (const until = Date.now() + LIMIT; !(await isSo());) {
    assert.ok(Date.now() < until, `${what}: not soon`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
