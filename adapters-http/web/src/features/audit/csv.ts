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

/** What begins like a formula gets an apostrophe before it, for spreadsheets would calculate it. */
function cell(value: string | null | undefined): string {
  const text = value ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
