import type { EventType } from "./api/webhooks.ts";

/** Stands for every event, later ones too. */
export const EVERYTHING = "*" satisfies EventType;

/** A record, so that the compiler knows whether one is missing. */
const TYPES: Readonly<Record<Exclude<EventType, typeof EVERYTHING>, true>> = {
  "member.joined": true,
  "member.removed": true,
  "member.left": true,
  "member.role_changed": true,
  "invitation.sent": true,
  "invitation.accepted": true,
  "invitation.declined": true,
  "invitation.revoked": true,
  "api_key.created": true,
  "api_key.renamed": true,
  "api_key.rotated": true,
  "api_key.revoked": true,
  "tenant.changed": true,
  "tenant.terms_changed": true,
  "tenant.suspended": true,
  "tenant.activated": true,
  "tenant.deactivated": true,
  "tenant.closed": true,
  "tenant.restored": true,
  "domain.confirmed": true,
  "domain.removed": true,
  "quota.reached": true,
};

/** What can be chosen for a webhook: also what it is told of already, if the server knows more than this page. */
export function eventTypes(chosen: readonly string[]): readonly string[] {
  return [...new Set([...Object.keys(TYPES), ...chosen])].filter((type) => type !== EVERYTHING);
}
