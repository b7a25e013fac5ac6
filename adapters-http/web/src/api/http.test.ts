import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { NOBODY, SIGNED_IN } from "../../test/fixtures.ts";
import { answer, asked } from "../../test/server.ts";
import { call } from "./http.ts";
import { Problem } from "./problem.ts";

const thing = z.object({ name: z.string() });

async function problem(promise: Promise<unknown>): Promise<Problem> {
  return await promise.then(
    () => Promise.reject(new Error("it was no problem")),
    (failure: unknown) => failure as Problem,
  );
}

describe("a call", () => {
  it("refreshes once for many that wait, and then repeats them", async () => {
    let fresh = false;
    answer("GET /v1/thing", () => (fresh ? { status: 200, body: { name: "it" } } : NOBODY));
    answer("POST /v1/session/refresh", () => {
      fresh = true;
      return { status: 200, body: SIGNED_IN };
    });
    const all = await Promise.all(Array.from({ length: 5 }, () => call(thing, { url: "/v1/thing" })));
    expect(all).toEqual(Array.from({ length: 5 }, () => ({ name: "it" })));
    expect(asked.filter((request) => request === "POST /v1/session/refresh")).toHaveLength(1);
  });

  it("is a problem if there is no session to refresh", async () => {
    answer("GET /v1/thing", NOBODY);
    answer("POST /v1/session/refresh", NOBODY);
    expect((await problem(call(thing, { url: "/v1/thing" }))).code).toBe("unauthenticated");
  });

  it("says why the session may not go on", async () => {
    answer("GET /v1/thing", NOBODY);
    answer("POST /v1/session/refresh", { status: 403, body: { code: "tenant_suspended", detail: "…" } });
    expect((await problem(call(thing, { url: "/v1/thing" }))).code).toBe("tenant_suspended");
  });

  it("tries a refresh once, and not over and over", async () => {
    answer("GET /v1/thing", NOBODY);
    answer("POST /v1/session/refresh", { status: 200, body: SIGNED_IN });
    await problem(call(thing, { url: "/v1/thing" }));
    expect(asked).toEqual(["GET /v1/thing", "POST /v1/session/refresh", "GET /v1/thing"]);
  });

  it("refuses what is not of the form that it should have", async () => {
    answer("GET /v1/thing", { status: 200, body: { name: 7 } });
    expect((await problem(call(thing, { url: "/v1/thing" }))).code).toBe("unexpected_answer");
  });

  it("reads the problem, its fields and how long to wait", async () => {
    const body = { code: "throttled", detail: "later", errors: { email: "no" }, requestId: "r" };
    answer("GET /v1/thing", { status: 429, body, headers: { "retry-after": "12" } });
    const { code, errors, about } = await problem(call(thing, { url: "/v1/thing" }));
    expect({ code, errors, about }).toMatchObject({
      code: "throttled",
      errors: { email: "no" },
      about: { status: 429, retryAfter: 12, requestId: "r" },
    });
  });
});
