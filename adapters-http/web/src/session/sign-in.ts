import { call } from "@/api/http.ts";
import { type Schemas, signedIn } from "@/api/schemas.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly rememberMe?: boolean;
}

/** The first step. Tokens come as cookies, which no script can read. */
export function signIn(credentials: Credentials): Promise<Schemas["SignedInByCookies"]> {
  return call(signedIn, {
    method: "POST",
    url: "/v1/session",
    data: { ...credentials, session: "cookie" },
    asNobody: true,
  });
}
