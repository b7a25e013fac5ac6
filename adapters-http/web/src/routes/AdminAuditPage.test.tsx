import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { catchFiles } from "../../test/files.ts";
import { listOf } from "../../test/fixtures.ts";
import { openAsOperator, OPERATOR } from "../../test/operator.ts";
import { answer, queries } from "../../test/server.ts";

const EVENT = {
  id: "0199c1de-7a62-7c3e-9d55-00000000000d",
  at: "2026-01-30T12:00:00.000Z",
  actor: { type: "operator", id: OPERATOR.id, label: OPERATOR.email },
  action: "tenant.status_changed",
  target: null,
  ip: "192.0.2.1",
  outcome: "success",
  data: { status: "suspended" },
};

describe("the audit of the installation", () => {
  it("is filtered by action, by who did it and by day, all in the address", async () => {
    answer("GET /v1/admin/audit", listOf(EVENT));
    const { user, address } = openAsOperator("/admin/audit");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Action" }), "tenant.status_changed");
    await user.selectOptions(await screen.findByRole("combobox", { name: "By" }), OPERATOR.email);
    await waitFor(() => expect(address()).toContain(`actor=${OPERATOR.id}`));
    expect(address()).toContain("action=tenant.status_changed");
    await waitFor(() =>
      expect(queries.get("GET /v1/admin/audit")).toMatchObject({
        action: "tenant.status_changed",
        actor: OPERATOR.id,
      }),
    );
    await user.click(screen.getByRole("button", { name: "Clear the filter" }));
    await waitFor(() => expect(address()).toBe("/admin/audit"));
  });

  it("is exported as the address filters it, all pages of it", async () => {
    const files = catchFiles();
    answer("GET /v1/admin/audit", (_, query) =>
      query.get("cursor") === "c" ? listOf(EVENT) : { status: 200, body: { items: [EVENT], nextCursor: "c" } },
    );
    const { user } = openAsOperator("/admin/audit?action=tenant.status_changed");
    await user.click(await screen.findByRole("button", { name: "Export as CSV" }));
    await expect.poll(() => files.length).toBe(1);
    expect(files[0]?.name).toBe("tenantry-audit.csv");
    expect(files[0]?.text.match(/tenant\.status_changed/g)).toHaveLength(2);
    expect(queries.get("GET /v1/admin/audit")).toMatchObject({ action: "tenant.status_changed", cursor: "c" });
  });

  it("says if it could not be exported", async () => {
    answer("GET /v1/admin/audit", listOf(EVENT));
    const { user } = openAsOperator("/admin/audit");
    const button = await screen.findByRole("button", { name: "Export as CSV" });
    answer("GET /v1/admin/audit", { status: 429, body: { code: "throttled", detail: "…" } });
    await user.click(button);
    expect(await screen.findByRole("alert")).toHaveTextContent("Too many attempts.");
  });

  it("says so if nothing fits the filter", async () => {
    answer("GET /v1/admin/audit", listOf());
    openAsOperator("/admin/audit");
    await screen.findByText("No events");
  });
});
