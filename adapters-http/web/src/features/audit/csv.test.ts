import { describe, expect, it } from "vitest";
import type { AuditEvent } from "./api/audit.ts";
import { csvOf } from "./csv.ts";

const EVENT: AuditEvent = {
  id: "1",
  at: "2026-01-30T12:00:00.000Z",
  actor: { type: "user", id: "a", label: '=HYPERLINK("evil")' },
  action: "tenant.changed",
  target: null,
  ip: "192.0.2.1",
  outcome: "success",
  data: { name: "Acme, Inc." },
};

it("a cell that a spreadsheet would calculate is none any more", () => {
  expect(csvOf([EVENT]).split("\r\n")[1]).toBe(
    `"2026-01-30T12:00:00.000Z","user","a","'=HYPERLINK(""evil"")","tenant.changed","","","","192.0.2.1","success","{""name"":""Acme, Inc.""}"`,
  );
});

describe("what stands behind a separator, where a spreadsheet may begin a cell of its own,", () => {
  it.each([
    ["Acme;=1+1", "Acme;'=1+1"],
    ["Acme,-1", "Acme,'-1"],
    ["Acme\t@SUM(A1)", "Acme\t'@SUM(A1)"],
    ["Acme\r+1", "Acme\r'+1"],
    ["Acme\n=1", "Acme\n'=1"],
    ["Acme; \t =1;=2", "Acme; \t '=1;'=2"],
    [" =1", " '=1"],
    ["\t=1", "\t'=1"],
    ['Acme;"=1', `Acme;""'=1`],
  ])("is not calculated: %j", (label, written) => {
    expect(labelOf(csvOf([labelled(label)]))).toBe(written);
  });

  it.each(["Acme - Inc.", "a=b", "ada+test@acme.example", "1-2;3-4", "Acme, Inc."])("stays as it is: %j", (label) => {
    expect(labelOf(csvOf([labelled(label)]))).toBe(label);
  });
});

function labelled(label: string): AuditEvent {
  return { ...EVENT, actor: { ...EVENT.actor, label } };
}

/** As it stands in the file, between its quotes. */
function labelOf(csv: string): string | undefined {
  return /"user","a","([^]*?)","tenant\.changed"/.exec(csv)?.[1];
}
