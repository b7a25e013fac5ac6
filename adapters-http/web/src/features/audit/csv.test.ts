import { expect, it } from "vitest";
import { csvOf } from "./csv.ts";

it("a cell that a spreadsheet would calculate is none any more", () => {
  const csv = csvOf([
    {
      id: "1",
      at: "2026-01-30T12:00:00.000Z",
      actor: { type: "user", id: "a", label: '=HYPERLINK("evil")' },
      action: "tenant.changed",
      target: null,
      ip: "192.0.2.1",
      outcome: "success",
      data: { name: "Acme, Inc." },
    },
  ]);
  expect(csv.split("\r\n")[1]).toBe(
    `"2026-01-30T12:00:00.000Z","user","a","'=HYPERLINK(""evil"")","tenant.changed","","","","192.0.2.1","success","{""name"":""Acme, Inc.""}"`,
  );
});
