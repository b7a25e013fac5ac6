/** The scopes that Tenantry itself asks for. All others are those of programs that ask it whether a key is good. */
export const OWN_SCOPES = [
  "tenant:read",
  "tenant:write",
  "members:read",
  "members:write",
  "keys:read",
  "keys:write",
  "audit:read",
  "webhooks:write",
] as const;

/** Those that were typed, with spaces or commas between. */
export function typedScopes(text: string): string[] {
  return text.split(/[\s,]+/).filter((scope) => scope !== "");
}
