import * as z from "zod/mini";
import { call } from "@/api/http.ts";

const changing = z.object({ newEmail: z.string() });

export function changeEmail(data: { readonly newEmail: string; readonly password?: string }) {
  return call(changing, { method: "POST", url: "/v1/me/email", data });
}
