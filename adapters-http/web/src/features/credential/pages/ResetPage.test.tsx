import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { listOf } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked, bodies } from "../../../../test/server.ts";

async function reset(password: string, again = password) {
  const page = open("/reset?token=t.secret");
  await page.user.type(await screen.findByLabelText(/New password/), password);
  await page.user.type(screen.getByLabelText(/Repeat password/), again);
  await page.user.click(screen.getByRole("button", { name: "Change the password" }));
  return page;
}

describe("a new password by a mailed link", () => {
  it("is set, and the sign-in says so, also when it is loaded anew", async () => {
    answer("POST /auth/reset", { status: 200, body: { message: "changed" } });
    answer("GET /v1/session/providers", listOf());
    const { router } = await reset("another horse battery");
    await screen.findByText("Your password has been changed. Sign in with the new one.");
    expect(bodies.get("POST /auth/reset")).toMatchObject({ token: "t.secret", password: "another horse battery" });
    expect(router.history.location.state).toMatchObject({ notice: "reset" });
  });

  it("takes the token out of the address at once", async () => {
    const { address } = open("/reset?token=t.secret");
    await screen.findByLabelText(/New password/);
    await waitFor(() => expect(address()).toBe("/reset"));
  });

  it("tells how strong it is while it is typed", async () => {
    const { user } = open("/reset?token=t.secret");
    await user.type(await screen.findByLabelText(/New password/), "short");
    expect(screen.getByText("Strength: too short")).toBeInTheDocument();
    await user.type(screen.getByLabelText(/New password/), " but now much longer");
    expect(screen.getByText("Strength: strong")).toBeInTheDocument();
  });

  it("is not sent while it is too short, or typed differently", async () => {
    const { user } = await reset("short", "other");
    await screen.findByText("Please enter at least 8 characters");
    await user.type(screen.getByLabelText(/New password/), " but longer");
    await user.click(screen.getByRole("button", { name: "Change the password" }));
    await screen.findByText("The passwords do not match");
    expect(asked).not.toContain("POST /auth/reset");
  });

  it("shows what the API says of it at the field", async () => {
    const errors = { password: "Password appeared in a data breach" };
    answer("POST /auth/reset", { status: 400, body: { message: "…", errors } });
    await reset("another horse battery");
    await waitFor(() => expect(screen.getByLabelText(/New password/)).toBeInvalid());
    expect(screen.getByText("This password is known from a data breach")).toBeInTheDocument();
  });

  it("leads to a new link if this one does not work any more", async () => {
    answer("POST /auth/reset", { status: 400, body: { message: "The link is invalid or has expired" } });
    await reset("another horse battery");
    expect(await screen.findByRole("alert")).toHaveTextContent("The link is invalid or has expired.");
    expect(screen.getByRole("link", { name: "Request a new link" })).toHaveAttribute("href", "/forgot");
  });

  it("says so if the link has no token", async () => {
    open("/reset");
    expect(await screen.findByRole("alert")).toHaveTextContent("The link is incomplete.");
  });
});
