import { keepPreviousData } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { pages } from "@/api/pages.ts";
import type { Schemas } from "@/api/schemas.ts";

export type AdminUser = Schemas["AdminUser"];

const user: z.ZodMiniType<AdminUser> = z.object({
  id: z.string(),
  email: z.string(),
  fullName: z.string(),
  emailVerified: z.boolean(),
  operator: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.string(),
});

export function adminUsersQuery(query: string) {
  return {
    ...pages(["admin", "users", query], user, { url: "/v1/admin/users", params: { query } }),
    placeholderData: keepPreviousData,
  };
}

export function setDisabled(id: string, disabled: boolean) {
  return call(user, { method: "PATCH", url: `/v1/admin/users/${id}`, data: { disabled } });
}

export function mailPasswordReset(id: string) {
  return call(user, { method: "POST", url: `/v1/admin/users/${id}/password-reset` });
}

export function endSessions(id: string) {
  return call(user, { method: "DELETE", url: `/v1/admin/users/${id}/sessions` });
}
