import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ADA, listOf, NOBODY, SIGNED_IN } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

async function signIn(path = "/login") {
  answer("GET /v1/session/providers", listOf());
  const page = open(path);
  await page.user.type(await screen.findByLabelText(/E-mail address/), ADA.email);
  await page.user.type(screen.getByLabelText(/^Password/), "correct horse battery");
  await page.user.click(screen.getByRole("button", { name: "Sign in" }));
  return page;
}

/** Answers as a server does by which somebody is signed in from then on. */
function letIn(request: string, isRight: (body: Record<string, unknown>) => boolean = () => true) {
  answer(request, (body) => {
    if (!isRight(body)) {
      return { status: 401, body: { code: "invalid_code", detail: "…" } };
    }
    answer("GET /v1/me", { status: 200, body: ADA });
    return { status: 200, body: SIGNED_IN };
  });
}

describe("the sign-in", () => {
  it("asks for cookies and leads to the overview", async () => {
    letIn("POST /v1/session");
    const { address } = await signIn();
    await screen.findByRole("heading", { name: "Hello, Ada Lovelace" });
    expect(address()).toBe("/dashboard");
    expect(bodies.get("POST /v1/session")).toEqual({
      email: ADA.email,
      password: "correct horse battery",
      rememberMe: false,
      session: "cookie",
    });
  });

  it.each([
    ["/login?redirect=%2Fprofile", "/profile"],
    ["/login?redirect=https%3A%2F%2Fevil.example", "/dashboard"],
    ["/login?redirect=%2F%2Fevil.example", "/dashboard"],
    ["/login?redirect=%2F%2F%5B", "/dashboard"],
    ["/login?redirect=%2Flogin", "/dashboard"],
    ["/login?redirect=%2Fregister", "/dashboard"],
  ])("from %s leads to %s", async (from, to) => {
    letIn("POST /v1/session");
    const { address } = await signIn(from);
    await screen.findByRole("button", { name: `Account: ${ADA.email}` });
    expect(address()).toBe(to);
  });

  it("says that it was wrong, and does not try to refresh", async () => {
    answer("POST /v1/session", NOBODY);
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent("E-mail address or password is wrong.");
    expect(asked).not.toContain("POST /v1/session/refresh");
  });

  it("counts down while it is throttled", async () => {
    answer("POST /v1/session", {
      status: 429,
      body: { code: "throttled", detail: "…" },
      headers: { "retry-after": "7" },
    });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent("Too many attempts.");
    expect(screen.getByRole("button", { name: /Try again in [67] s/ })).toBeDisabled();
  });

  it("has the mail sent again to who is not verified", async () => {
    answer("POST /v1/session", { status: 403, body: { code: "email_not_verified", detail: "…" } });
    answer("POST /auth/verify/resend", { status: 200, body: { message: "sent" } });
    const { user } = await signIn();
    await user.click(await screen.findByRole("button", { name: "Send the e-mail again" }));
    await screen.findByText(/a new e-mail is on its way/);
    expect(bodies.get("POST /auth/verify/resend")).toEqual({ email: ADA.email });
  });

  it("asks for the second factor, again if it is wrong, and then lets in", async () => {
    const body = { code: "mfa_required", detail: "…", mfaToken: "m.c", methods: ["totp", "recovery_code"] };
    answer("POST /v1/session", { status: 401, body });
    letIn("POST /v1/session/mfa", ({ code }) => code === "123456");
    const { user } = await signIn();
    await screen.findByRole("heading", { name: "One more step" });
    await user.type(screen.getByLabelText(/Code/), "000000");
    await user.click(screen.getByRole("button", { name: "Continue" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The code is wrong");
    await user.clear(screen.getByLabelText(/Code/));
    await user.type(screen.getByLabelText(/Code/), "123456");
    await user.click(screen.getByRole("button", { name: "Continue" }));
    await screen.findByRole("heading", { name: "Hello, Ada Lovelace" });
    expect(bodies.get("POST /v1/session/mfa")).toMatchObject({ mfaToken: "m.c", session: "cookie" });
  });

  it("says why where no cookies can be set", async () => {
    answer("POST /v1/session", {
      status: 400,
      body: { code: "validation_failed", detail: "…", errors: { session: "Needs https" } },
    });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent("not reached over https");
  });

  it("says that the server does not answer as it should", async () => {
    answer("POST /v1/session", { status: 200, body: { hello: "world" } });
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent("unexpected answer");
  });

  it("offers providers", async () => {
    answer("GET /v1/session/providers", listOf({ name: "google", label: "Google" }));
    open("/login");
    await screen.findByRole("button", { name: "Continue with Google" });
  });

  it("sends nothing that is not filled in", async () => {
    answer("GET /v1/session/providers", listOf());
    const { user } = open("/login");
    await user.click(await screen.findByRole("button", { name: "Sign in" }));
    expect(await screen.findAllByText("Please fill in this field")).toHaveLength(2);
    expect(asked).not.toContain("POST /v1/session");
  });
});

describe("who is signed in already", () => {
  it.each([
    ["/login", "/dashboard"],
    ["/login?redirect=%2Fprofile", "/profile"],
    ["/login?redirect=%2Flogin", "/dashboard"],
    ["/register", "/dashboard"],
  ])("is led past %s to %s", async (from, to) => {
    answer("GET /v1/session/providers", listOf());
    answer("GET /v1/me", { status: 200, body: ADA });
    const { address } = open(from);
    await screen.findByRole("button", { name: `Account: ${ADA.email}` });
    expect(address()).toBe(to);
  });

  it("is not looked for by a refresh", async () => {
    answer("GET /v1/session/providers", listOf());
    answer("GET /v1/me", NOBODY);
    open("/login");
    await screen.findByRole("button", { name: "Sign in" });
    await waitFor(() => expect(asked).toContain("GET /v1/me"));
    expect(asked).not.toContain("POST /v1/session/refresh");
  });
});

it("who comes by a deep link and was never signed in is not told that a session has ended", async () => {
  answer("GET /v1/session/providers", listOf());
  answer("GET /v1/me", NOBODY);
  answer("POST /v1/session/refresh", NOBODY);
  const { address } = open("/t/acme/audit?from=2026-01-01");
  await screen.findByRole("heading", { name: "Sign in" });
  expect(address()).toBe("/login?redirect=%2Ft%2Facme%2Faudit%3Ffrom%3D2026-01-01");
  expect(screen.queryByText(/session has ended/)).not.toBeInTheDocument();
});
