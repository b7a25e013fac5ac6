import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "@/api/schemas.ts";
import { chooseLanguage } from "@/locales/language.ts";
import { ADA, NOBODY } from "../../../../test/fixtures.ts";
import { open } from "../../../../test/render.tsx";
import { answer, asked } from "../../../../test/server.ts";

const STATS = "GET /v1/admin/stats";
const LAST = Date.UTC(2026, 10, 21);
const A_DAY = 86_400_000; // milliseconds
const KEPT = 30; // days

type Statistics = Schemas["Statistics"];
type Day = Statistics["daily"][number];

const NOTHING: Omit<Day, "day"> = { registeredTenants: 0, registeredUsers: 0, signIns: 0, requests: 0, units: 0 };

/** So many days with the same on each, of which the older ones know of no sign-ins. */
function daily(days: number, each: Partial<Day>): Day[] {
  return Array.from({ length: days }, (_, index) => {
    const ago = days - 1 - index;
    const day = new Date(LAST - ago * A_DAY).toISOString().slice(0, 10);
    return { ...NOTHING, ...each, day, ...(ago >= KEPT && { signIns: null }) };
  });
}

function statistics(days: number, each: Partial<Day>): Statistics {
  return {
    tenants: { active: 12, inactive: 1, suspended: 2, lately: 3 },
    users: { all: 80, verified: 71, disabled: 1, lately: 9, activeLately: 44 },
    sessions: { live: 51 },
    invitations: { pending: 4 },
    activeApiKeys: 17,
    unitsThisMonth: 48210,
    daily: daily(days, each),
  };
}

function answerStatistics(each: Partial<Day> = {}): void {
  answer("GET /v1/me", { status: 200, body: { ...ADA, operator: true } });
  answer(STATS, (_, query) => ({ status: 200, body: statistics(Number(query.get("days")), each) }));
}

async function chart(title: string) {
  const region = await screen.findByRole("region", { name: title, hidden: true });
  const figure = region.closest("figure");
  if (figure === null) {
    throw new Error(`${title} is no figure`);
  }
  const rows = within(region).getAllByRole("row", { hidden: true });
  return { figure, cells: rows.slice(1).map((row) => row.textContent), bars: figure.querySelectorAll("rect").length };
}

it("shows the last 30 days, each as a bar and in a table, with what they come to", async () => {
  answerStatistics({ registeredUsers: 2, signIns: 1500 });
  open("/admin");
  const users = await chart("New users");
  expect(users.bars).toBe(30);
  expect(users.cells[0]).toBe("Oct 23, 20262");
  expect(users.cells.at(-1)).toBe("Nov 21, 20262");
  expect(within(users.figure).getByText("60")).toBeVisible();
  expect(within((await chart("Sign-ins")).figure).getByText("45,000")).toBeVisible();
  expect(screen.getByRole("link", { name: "30 days" })).toHaveAttribute("aria-current", "page");
  expect(screen.queryByText(/Known since/)).toBeNull();
});

it("shows another span by the keyboard, and keeps it in the address", async () => {
  answerStatistics();
  const { user, address } = open("/admin");
  const week = await screen.findByRole("link", { name: "7 days" });
  week.focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("link", { name: "7 days", current: "page" });
  expect(address()).toBe("/admin?days=7");
  await expect.poll(async () => (await chart("Units")).bars).toBe(7);
  expect(screen.getByRole("link", { name: "Statistics" })).toHaveAttribute("aria-current", "page");
});

it("shows a year by weeks, and says from when on something is known", async () => {
  answerStatistics({ requests: 10, signIns: 1 });
  open("/admin?days=365");
  const requests = await chart("Requests by API keys");
  expect(requests.bars).toBe(52);
  expect(requests.cells[0]).toMatch(/Nov 22.+29, 202580$/);
  expect(requests.cells.at(-1)).toMatch(/Nov 15.+21, 202670$/);
  expect(within(requests.figure).getByText("3,650")).toBeVisible();
  const signIns = await chart("Sign-ins");
  expect(within(signIns.figure).getByText("30")).toBeVisible();
  expect(signIns.cells[0]).toMatch(/–$/);
  expect(signIns.cells.at(-1)).toMatch(/7$/);
  expect(screen.getByText(/^Known since Oct 23, 2026:/)).toBeVisible();
});

it("shows 30 days whatever else the address asks for", async () => {
  answerStatistics();
  open("/admin?days=9999");
  expect((await chart("New users")).bars).toBe(30);
});

it("shows that nothing came", async () => {
  answerStatistics();
  open("/admin");
  const tenants = await chart("New organizations");
  expect(within(tenants.figure).getAllByText("0").length).toBeGreaterThan(1);
  expect(within(tenants.figure).queryByText(/^max/)).toBeNull();
  expect(tenants.bars).toBe(30);
});

it("says it all in German too", async () => {
  await chooseLanguage("de");
  answerStatistics({ units: 1000 });
  open("/admin");
  const units = await chart("Einheiten");
  expect(within(units.figure).getByText("30.000")).toBeVisible();
  expect(units.cells[0]).toBe("23.10.20261.000");
  expect(screen.getByRole("link", { name: "90 Tage" })).toBeVisible();
});

it("says what went wrong, and tries again when asked to", async () => {
  answerStatistics();
  answer(STATS, { status: 503, body: { code: "overloaded", detail: "…" } });
  const { user } = open("/admin");
  const again = await screen.findByRole("button", { name: "Try again" }, { timeout: 10_000 });
  answerStatistics({ units: 1 });
  await user.click(again);
  expect(within((await chart("Units")).figure).getByText("30")).toBeVisible();
});

it("refuses an answer that is not as described", async () => {
  answerStatistics();
  answer(STATS, { status: 200, body: { ...statistics(30, {}), daily: [{ day: "2026-11-21" }] } });
  open("/admin");
  await screen.findByRole("button", { name: "Try again" }, { timeout: 10_000 });
  expect(screen.queryByText("New users")).toBeNull();
});

it("leads to the sign-in, and back, when the session has ended", async () => {
  answerStatistics();
  answer(STATS, NOBODY);
  answer("POST /v1/session/refresh", NOBODY);
  const { address } = open("/admin?days=90");
  await screen.findByRole("heading", { name: "Sign in" });
  expect(new URLSearchParams(address().split("?")[1]).get("redirect")).toBe("/admin?days=90");
});

it("tells an operator who has shown one factor what is missing", async () => {
  answerStatistics();
  answer(STATS, { status: 403, body: { code: "forbidden", detail: "…" } });
  open("/admin");
  await screen.findByText("Two factors are required here");
  expect(screen.getByText(/You signed in with only one factor/)).toBeVisible();
});

it("asks nothing for who is no operator", async () => {
  answer("GET /v1/me", { status: 200, body: ADA });
  open("/admin");
  await screen.findByRole("link", { name: "Go to the overview" });
  expect(asked).not.toContain(STATS);
});
