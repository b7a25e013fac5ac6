import { useParams } from "@tanstack/react-router";
import { type Me, useMe } from "./me.ts";

/** The membership in the organization that the address names; for what stands behind its frame. */
export function useOpenTenant(): Me["memberships"][number] {
  const { slug } = useParams({ strict: false });
  const membership = useMe().memberships.find(({ tenant }) => tenant.slug === slug);
  if (membership === undefined) {
    throw new Error("a page of an organization outside of its frame");
  }
  return membership;
}
