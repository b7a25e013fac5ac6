import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { dialog } from "../../../../test/account.ts";
import { listOf } from "../../../../test/fixtures.ts";
import { openAsOperator, OPERATOR } from "../../../../test/operator.ts";
import { answer, asked, bodies } from "../../../../test/server.ts";

const GRACE = {
  id: "0199c1de-7a60-7c3e-9d55-00000000000b",
  email: "grace@acme.example",
  fullName: "Grace Hopper",
  emailVerified: true,
  operator: false,
  disabled: false,
  createdAt: "2026-01-30T12:00:00.000Z",
};
const AT = `/v1/admin/users/${GRACE.id}`;

async function press(label: string, user = GRACE) {
  answer("GET /v1/admin/users", listOf(user));
  const page = openAsOperator("/admin/users");
  await page.user.click(await screen.findByRole("button", { name: `${label}: ${GRACE.email}` }));
  const opened = await dialog();
  await page.user.click(opened.getByRole("button", { name: label }));
  return { ...page, opened };
}

describe("the users of an installation", () => {
  it.each([
    ["Disable", false, true, "Enable"],
    ["Enable", true, false, "Disable"],
  ])("%s works, after a question", async (label, before, after, then) => {
    answer(`PATCH ${AT}`, ({ disabled }) => {
      answer("GET /v1/admin/users", listOf({ ...GRACE, disabled }));
      return { status: 200, body: { ...GRACE, disabled } };
    });
    await press(label, { ...GRACE, disabled: before });
    await screen.findByRole("button", { name: `${then}: ${GRACE.email}` });
    expect(bodies.get(`PATCH ${AT}`)).toEqual({ disabled: after });
  });

  it("get a mail with a link to choose a password, and that is said", async () => {
    answer(`POST ${AT}/password-reset`, { status: 200, body: GRACE });
    await press("Send a password link");
    await screen.findByText("The e-mail is on its way.");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("are signed out everywhere, and that is said", async () => {
    answer(`DELETE ${AT}/sessions`, { status: 200, body: GRACE });
    await press("Sign out");
    await screen.findByText("Signed out.");
  });

  it("stay as they are if the question is left", async () => {
    answer("GET /v1/admin/users", listOf(GRACE));
    const { user } = openAsOperator("/admin/users");
    await user.click(await screen.findByRole("button", { name: `Disable: ${GRACE.email}` }));
    await user.click((await dialog()).getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(asked).not.toContain(`PATCH ${AT}`);
  });

  it("say what went wrong, in the question", async () => {
    answer(`PATCH ${AT}`, { status: 404, body: { code: "not_found", detail: "…" } });
    const { opened } = await press("Disable");
    expect(await opened.findByRole("alert")).toHaveTextContent("This no longer exists.");
  });

  it("cannot be disabled by themselves", async () => {
    const { id, email, fullName, emailVerified, createdAt } = OPERATOR;
    const self = { id, email, fullName, emailVerified, createdAt, operator: true, disabled: false };
    answer("GET /v1/admin/users", listOf(self));
    openAsOperator("/admin/users");
    const row = within(
      (await screen.findByRole("button", { name: `Sign out: ${email}` })).closest("tr") as HTMLElement,
    );
    expect(row.queryByRole("button", { name: `Disable: ${email}` })).not.toBeInTheDocument();
  });
});
