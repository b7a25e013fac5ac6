import type { Role } from "@/api/schemas.ts";

/** Owners decide about everybody, administrators about whoever is no owner. The server has the last word. */
export function mayChange(mine: Role, theirs: Role): boolean {
  return mine === "owner" || (mine === "admin" && theirs !== "owner");
}
