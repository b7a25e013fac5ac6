import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ADA, listOf, NOBODY } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies, queries } from "../../../../test/server.ts";

function nobody() {
  answer("GET /v1/me", NOBODY);
  answer("POST /v1/session/refresh", NOBODY);
}

describe("the verification of an address", () => {
  it("waits for a button, for programs open links too", async () => {
    const { address } = open("/verify?token=t.secret");
    await screen.findByRole("button", { name: "Verify my address" });
    await waitFor(() => expect(address()).toBe("/verify"));
    expect(asked).toEqual([]);
  });

  it("leads to the sign-in, which says that it worked", async () => {
    nobody();
    answer("GET /auth/verify", { status: 200, body: { message: "verified", redirect: "/login" } });
    answer("GET /v1/session/providers", listOf());
    const { user, address } = open("/verify?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Verify my address" }));
    await screen.findByText("Your e-mail address is verified. You can sign in now.");
    expect(address()).toBe("/login");
    expect(queries.get("GET /auth/verify")).toEqual({ token: "t.secret" });
  });

  it("leads who is signed in to the overview, which says that it worked", async () => {
    answer("GET /auth/verify", { status: 200, body: { message: "verified", redirect: "/login" } });
    answer("GET /v1/me", { status: 200, body: ADA });
    const { user, address } = open("/verify?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Verify my address" }));
    await screen.findByRole("heading", { name: "Hello, Ada Lovelace" });
    expect(screen.getByText("Your e-mail address is verified.")).toBeVisible();
    expect(address()).toBe("/dashboard");
  });

  it("tells what to do if the link does not work any more", async () => {
    answer("GET /auth/verify", { status: 400, body: { message: "Invalid or expired token" } });
    const { user } = open("/verify?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Verify my address" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "The link is invalid or has expired. To get a new e-mail, try to sign in.",
    );
    expect(screen.queryByRole("button", { name: "Verify my address" })).not.toBeInTheDocument();
  });

  it("can be tried again if the server does not answer", async () => {
    answer("GET /auth/verify", { status: 0 });
    const { user } = open("/verify?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Verify my address" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is not responding.");
    expect(screen.getByRole("button", { name: "Verify my address" })).toBeEnabled();
  });
});

describe("the confirmation of another address", () => {
  it("leads who is signed in to the overview, which says that it worked", async () => {
    answer("POST /v1/me/email/confirm", { status: 200, body: { email: "ada@new.example" } });
    answer("GET /v1/me", { status: 200, body: { ...ADA, email: "ada@new.example" } });
    const { user } = open("/confirm-email?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Confirm the address" }));
    await screen.findByText(/sign in with your new e-mail address/);
  });

  it("sends the token, and leads to the sign-in", async () => {
    nobody();
    answer("POST /v1/me/email/confirm", { status: 200, body: { email: "ada@new.example" } });
    answer("GET /v1/session/providers", listOf());
    const { user } = open("/confirm-email?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Confirm the address" }));
    await screen.findByText(/Your new e-mail address is confirmed/);
    expect(bodies.get("POST /v1/me/email/confirm")).toEqual({ token: "t.secret" });
  });

  it("says that somebody else has it by now", async () => {
    answer("POST /v1/me/email/confirm", { status: 409, body: { code: "email_taken", detail: "…" } });
    const { user } = open("/confirm-email?token=t.secret");
    await user.click(await screen.findByRole("button", { name: "Confirm the address" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("This e-mail address is already in use.");
  });

  it("says so if the link has no token", async () => {
    open("/confirm-email");
    expect(await screen.findByRole("alert")).toHaveTextContent("The link is incomplete.");
  });
});
