import type { AuditEvent } from "./api/audit.ts";

const HEAD = [
  "at",
  "actor_type",
  "actor_id",
  "actor",
  "action",
  "target_type",
  "target_id",
  "target",
  "ip",
  "outcome",
  "data",
];

/** A table as RFC 4180 has it. */
export function csvOf(events: readonly AuditEvent[]): string {
  return [HEAD, ...events.map(row)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function row({ at, actor, action, target, ip, outcome, data }: AuditEvent): (string | null | undefined)[] {
  return [
    at,
    actor.type,
    actor.id,
    actor.label,
    action,
    target?.type,
    target?.id,
    target?.label,
    ip,
    outcome,
    JSON.stringify(data),
  ];
}

/** Where a formula would begin: also behind what a spreadsheet may take for the end of a cell, whatever the standard says. */
const FORMULA = /(^|[;,\t\r\n])([\s"]*)(?=[=+\-@])/g;

/** What begins like a formula gets an apostrophe before it, for spreadsheets would calculate it. */
function cell(value: string | null | undefined): string {
  const harmless = (value ?? "").replace(FORMULA, "$1$2'");
  return `"${harmless.replaceAll('"', '""')}"`;
}
