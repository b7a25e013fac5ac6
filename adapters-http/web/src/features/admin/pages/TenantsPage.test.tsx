import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { dialog } from "../../../../test/account.ts";
import { listOf } from "../../../../test/fixtures.ts";
import { ADMINISTERED, openAsOperator } from "../../../../test/operator.ts";
import { answer, asked, bodies, queries, withheld } from "../../../../test/server.ts";

const CHANGE = `PATCH /v1/admin/tenants/${ADMINISTERED.id}`;
const DELETED = { ...ADMINISTERED, status: "inactive", removedAfter: "2026-02-06T12:00:00.000Z" };

async function change() {
  answer("GET /v1/admin/tenants", listOf(ADMINISTERED));
  answer(CHANGE, (changes) => {
    const changed = { ...ADMINISTERED, ...changes };
    answer("GET /v1/admin/tenants", listOf(changed));
    return { status: 200, body: changed };
  });
  const page = openAsOperator("/admin/tenants");
  await page.user.click(await screen.findByRole("button", { name: "Change: Acme" }));
  return { ...page, opened: await dialog() };
}

describe("the organizations of an installation", () => {
  it("are found by words and by state", async () => {
    answer("GET /v1/admin/tenants", listOf(ADMINISTERED));
    const { user } = openAsOperator("/admin/tenants");
    await user.selectOptions(await screen.findByLabelText("Status"), "suspended");
    await user.type(screen.getByLabelText("Search"), " acme ");
    await waitFor(() =>
      expect(queries.get("GET /v1/admin/tenants")).toMatchObject({ query: "acme", status: "suspended" }),
    );
  });

  it("stay there while others are searched for, with the dialog that was opened meanwhile, and say that it loads", async () => {
    answer("GET /v1/admin/tenants", listOf(ADMINISTERED));
    const { user } = openAsOperator("/admin/tenants");
    const change = await screen.findByRole("button", { name: "Change: Acme" });
    const found = withheld("GET /v1/admin/tenants");
    await user.type(screen.getByLabelText("Search"), "acme");
    await user.click(change);
    await dialog();
    await screen.findByRole("status", { name: "Loading …", hidden: true });
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    found(listOf(ADMINISTERED));
    await waitFor(() =>
      expect(screen.queryByRole("status", { name: "Loading …", hidden: true })).not.toBeInTheDocument(),
    );
    expect(screen.getByRole("dialog")).toBeInTheDocument();
  });

  it("say so if there is none", async () => {
    answer("GET /v1/admin/tenants", listOf());
    openAsOperator("/admin/tenants");
    await screen.findByText("Nothing found");
  });

  it("come a page at a time", async () => {
    answer("GET /v1/admin/tenants", (_, query) =>
      query.get("cursor") === "c"
        ? listOf({ ...ADMINISTERED, id: "2", name: "Second" })
        : { status: 200, body: { items: [ADMINISTERED], nextCursor: "c" } },
    );
    const { user } = openAsOperator("/admin/tenants");
    await user.click(await screen.findByRole("button", { name: "Show more" }));
    await screen.findByText("Second");
    expect(screen.getByRole("row", { name: /^Acme/ })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
  });

  it("change their status and terms, and nothing else is sent", async () => {
    const { user, opened } = await change();
    await user.selectOptions(opened.getByLabelText("Status"), "suspended");
    await user.clear(opened.getByLabelText(/Monthly quota/));
    await user.type(opened.getByLabelText(/Monthly quota/), "250000");
    await user.click(opened.getByRole("button", { name: "Save" }));
    await screen.findByText("250,000");
    expect(bodies.get(CHANGE)).toEqual({ status: "suspended", quotaLimit: 250_000 });
  });

  it.each([
    ["Plan", "pro", /Up to 40 capital letters/],
    ["Monthly quota", "-1", /whole number/],
    ["Monthly quota", "9007199254740993", /whole number/],
  ])("have no %s that is %s", async (field, typed, text) => {
    const { user, opened } = await change();
    await user.clear(opened.getByLabelText(new RegExp(field)));
    await user.type(opened.getByLabelText(new RegExp(field)), typed);
    await user.click(opened.getByRole("button", { name: "Save" }));
    await opened.findByText(text);
    expect(asked).not.toContain(CHANGE);
  });

  it("show what the API refuses at its field", async () => {
    const { user, opened } = await change();
    const errors = { plan: "is malformed" };
    answer(CHANGE, { status: 400, body: { code: "validation_failed", detail: "…", errors } });
    await user.type(opened.getByLabelText(/Plan/), "X");
    await user.click(opened.getByRole("button", { name: "Save" }));
    await opened.findByText("This format is not valid");
    expect(opened.getByLabelText(/Plan/)).toBeInvalid();
  });

  it("can be restored if their owner has deleted them", async () => {
    answer("GET /v1/admin/tenants", listOf(DELETED));
    answer(`POST /v1/admin/tenants/${ADMINISTERED.id}/restore`, () => {
      answer("GET /v1/admin/tenants", listOf(ADMINISTERED));
      return { status: 200, body: ADMINISTERED };
    });
    const { user } = openAsOperator("/admin/tenants");
    await screen.findByText("permanently removed after Feb 6, 2026");
    await user.click(screen.getByRole("button", { name: "Restore: Acme" }));
    await user.click((await dialog()).getByRole("button", { name: "Restore" }));
    await screen.findByRole("button", { name: "Change: Acme" });
  });

  it("say why they cannot be restored", async () => {
    answer("GET /v1/admin/tenants", listOf(DELETED));
    answer(`POST /v1/admin/tenants/${ADMINISTERED.id}/restore`, {
      status: 409,
      body: { code: "conflict", detail: "…" },
    });
    const { user } = openAsOperator("/admin/tenants");
    await user.click(await screen.findByRole("button", { name: "Restore: Acme" }));
    const opened = await dialog();
    await user.click(opened.getByRole("button", { name: "Restore" }));
    expect(await opened.findByRole("alert")).toHaveTextContent("This conflicts with existing data.");
  });
});
