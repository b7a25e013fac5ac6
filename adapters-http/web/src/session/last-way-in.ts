import { Problem } from "@/api/problem.ts";

/** What must stay, since its user could not sign in without it, is a mere conflict to the server; here it is told what to do. */
export function lastWayIn(failure: unknown): never {
  throw failure instanceof Problem && failure.code === "conflict"
    ? new Problem("last_way_in", failure.detail, failure.about)
    : failure;
}
