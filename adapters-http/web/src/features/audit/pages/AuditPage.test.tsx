import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { chooseLanguage } from "@/locales/language.ts";
import { ACME, ADA, listOf } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer } from "../../../../test/server.ts";

const AUDIT = `/v1/tenants/${ACME.id}/audit`;

const EVENT = {
  id: "0199c1de-7a60-7c3e-9d55-0000000000f1",
  at: "2026-01-30T12:00:00.000Z",
  actor: { type: "user", id: ADA.id, label: ADA.email },
  action: "member.role_changed",
  target: { type: "user", id: "0199c1de-7a60-7c3e-9d55-00000000000b", label: null },
  ip: "192.0.2.1",
  outcome: "success",
  data: { from: "admin", to: "member" },
};

const MADE = {
  ...EVENT,
  id: "0199c1de-7a60-7c3e-9d55-0000000000f2",
  action: "webhook.created",
  target: { type: "webhook", id: "0199c1de-7a60-7c3e-9d55-0000000000dd", label: "https://hooks.acme.example" },
  data: {},
};

type Query = Record<string, string | undefined>;

/** Opens the page; `asked` is what was asked for, in order. */
function audit(
  path: string,
  answerOf: (query: Query) => { status: number; body: unknown } = () => listOf(EVENT, MADE),
) {
  const asked: Query[] = [];
  answer("GET /v1/me", { status: 200, body: ADA });
  answer(`GET /v1/tenants/${ACME.id}/members`, listOf(MEMBER));
  answer(`GET ${AUDIT}`, (_body, query) => {
    asked.push(Object.fromEntries(query));
    return answerOf(Object.fromEntries(query));
  });
  return { ...open(path), asked };
}

const MEMBER = {
  userId: ADA.id,
  email: ADA.email,
  fullName: ADA.fullName,
  role: "owner",
  joinedAt: "2026-01-30T12:00:00.000Z",
  lastSeenAt: null,
};

describe("the audit", () => {
  it("is not for members, who are told so and offered nothing", async () => {
    answer("GET /v1/me", { status: 200, body: { ...ADA, memberships: [{ ...ADA.memberships[0], role: "member" }] } });
    open("/t/acme/audit");
    expect(await screen.findByRole("alert")).toHaveTextContent("Your role does not allow this.");
    expect(screen.queryByLabelText("Action")).toBeNull();
    expect(screen.queryByRole("button", { name: /Export as CSV|Try again/ })).toBeNull();
  });

  it("says in words what happened, to whom, and what else was noted", async () => {
    audit("/t/acme/audit");
    expect(await screen.findByRole("cell", { name: /^Role changed from: administrator · to: member$/ })).toBeVisible();
    expect(screen.getByRole("cell", { name: "deleted" })).toBeVisible();
    expect(screen.getByRole("cell", { name: "Webhook added" })).toBeVisible();
  });

  it("shows the word of what it does not know", async () => {
    audit("/t/acme/audit", () => listOf({ ...EVENT, action: "moon.risen", data: {} }));
    await screen.findByRole("cell", { name: "moon.risen" });
  });

  it("says in German what was noted, as far as it is known", async () => {
    await chooseLanguage("de");
    const data = { changed: "name,require_mfa,moon", tide: "high", __proto__x: "constructor" };
    audit("/t/acme/audit", () => listOf({ ...EVENT, action: "tenant.changed", data }));
    await screen.findByText("geändert: Name, Pflicht zu zwei Faktoren, moon · tide: high · __proto__x: constructor");
  });

  it("is filtered by what stands in the address, which the filter changes", async () => {
    const { user, address, asked } = audit(`/t/acme/audit?actor=${ADA.id}&from=2026-01-01&to=2026-01-31`);
    await screen.findByRole("table");
    expect(asked[0]).toMatchObject({
      actor: ADA.id,
      from: new Date("2026-01-01T00:00:00").toISOString(),
      to: new Date("2026-02-01T00:00:00").toISOString(),
    });
    await user.selectOptions(screen.getByLabelText("Action"), "Member removed");
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ action: "member.removed", actor: ADA.id }));
    expect(address()).toContain("action=member.removed");
    await user.click(screen.getByRole("button", { name: "Clear the filter" }));
    await waitFor(() => expect(address()).toBe("/t/acme/audit"));
    expect(screen.getByLabelText("Action")).toHaveValue("");
  });

  it("shows what an address has chosen, even if it is nobody here, and no day that there is not", async () => {
    const { asked } = audit("/t/acme/audit?actor=0199c1de-7a60-7c3e-9d55-00000000ffff&from=2026-02-99");
    await screen.findByRole("table");
    expect(screen.getByRole("combobox", { name: "By" })).toHaveValue("0199c1de-7a60-7c3e-9d55-00000000ffff");
    expect(asked[0]).toMatchObject({ from: "" });
  });

  it("says so where no event fits", async () => {
    audit("/t/acme/audit", () => listOf());
    await screen.findByText("No event matches the filter.");
  });

  it("goes on page by page", async () => {
    const { user } = audit("/t/acme/audit", ({ cursor }) =>
      cursor === undefined
        ? { status: 200, body: { items: [EVENT], nextCursor: "next" } }
        : { status: 200, body: { items: [MADE], nextCursor: null } },
    );
    await user.click(await screen.findByRole("button", { name: "Show more" }));
    await screen.findByRole("cell", { name: "Webhook added" });
    expect(screen.getByRole("cell", { name: /^Role changed/ })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("says what the server has against the filter", async () => {
    audit("/t/acme/audit?action=nonsense", () => ({
      status: 400,
      body: {
        code: "validation_failed",
        detail: "…",
        errors: { action: "Action is not one of the values allowed here" },
      },
    }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Some entries are not valid.");
  });
});

describe("the export", () => {
  function saved() {
    const files: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
      files.push(file as Blob);
      return "blob:";
    });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    return files;
  }

  it("is a table of every page that the filter lets through", async () => {
    const files = saved();
    const { user } = audit("/t/acme/audit?action=member.role_changed", ({ cursor, limit }) => ({
      status: 200,
      body: { items: [EVENT], nextCursor: limit === "100" && cursor === undefined ? "next" : null },
    }));
    await screen.findByRole("table");
    await user.click(screen.getByRole("button", { name: "Export as CSV" }));
    await waitFor(() => expect(files).toHaveLength(1));
    const lines = (await files[0]?.text())?.trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines?.[1]).toContain('"member.role_changed"');
  });

  it("says that it failed", async () => {
    const files = saved();
    const { user } = audit("/t/acme/audit", ({ limit }) =>
      limit === undefined ? listOf(EVENT) : { status: 503, body: { items: [], nextCursor: null } },
    );
    await screen.findByRole("table");
    await user.click(screen.getByRole("button", { name: "Export as CSV" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("cannot do this right now");
    expect(files).toEqual([]);
  });
});
