import * as z from "zod/mini";
import { call } from "@/api/http.ts";

/** Everything that is kept about the user. It is handed on as it comes, so nothing of it is looked at. */
export function exportMe() {
  return call(z.record(z.string(), z.unknown()), { url: "/v1/me/export" });
}
