import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { dialog, HERE, openSecurity, part } from "../../../../test/account.ts";
import { listOf } from "../../../../test/fixtures.ts";
import { answer, asked, bodies } from "../../../../test/server.ts";

async function change(newPassword: string) {
  const page = openSecurity();
  await page.user.click(await screen.findByRole("button", { name: "Change the password" }));
  const opened = await dialog();
  await page.user.type(opened.getByLabelText(/Current password/), "correct horse battery");
  await page.user.type(opened.getByLabelText(/New password/), newPassword);
  await page.user.click(opened.getByRole("button", { name: "Change the password" }));
  return opened;
}

describe("the password", () => {
  it("is changed, and where else one was signed in is asked anew", async () => {
    answer("POST /v1/me/password", () => {
      answer("GET /v1/me/sessions", listOf(HERE));
      return { status: 204, body: "" };
    });
    await change("another horse battery");
    await screen.findByText(/Your password has been changed/);
    expect(bodies.get("POST /v1/me/password")).toEqual({
      currentPassword: "correct horse battery",
      newPassword: "another horse battery",
    });
    const sessions = await part("Where you are signed in");
    await waitFor(() => expect(sessions.queryByText("Chrome · Android")).not.toBeInTheDocument());
  });

  it("is not sent while it is too short", async () => {
    const opened = await change("short");
    await opened.findByText("Please enter at least 8 characters");
    expect(asked).not.toContain("POST /v1/me/password");
  });

  it("is refused at the field that is wrong", async () => {
    const errors = { currentPassword: "is wrong" };
    answer("POST /v1/me/password", { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    const opened = await change("another horse battery");
    await waitFor(() => expect(opened.getByLabelText(/Current password/)).toBeInvalid());
    expect(opened.getByText("This is not correct")).toBeInTheDocument();
  });

  it("cannot be tried over and over", async () => {
    const body = { code: "throttled", detail: "…" };
    answer("POST /v1/me/password", { status: 429, body, headers: { "retry-after": "60" } });
    const opened = await change("another horse battery");
    expect(await opened.findByRole("alert")).toHaveTextContent("Too many attempts.");
    expect(opened.getByRole("button", { name: /Try again in \d+ s/ })).toBeDisabled();
  });
});
