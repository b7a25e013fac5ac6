import { call } from "@/api/http.ts";
import { type Schemas, signedIn } from "@/api/schemas.ts";

/** The second step, by a code of the generator or for recovery. */
export function showCode(mfaToken: string, code: string): Promise<Schemas["SignedInByCookies"]> {
  return call(signedIn, {
    method: "POST",
    url: "/v1/session/mfa",
    data: { mfaToken, code, session: "cookie" },
    asNobody: true,
  });
}
