import { call } from "@/api/http.ts";
import { signedIn } from "@/api/schemas.ts";

interface Newcomer {
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** By who is signed in, or by a newcomer, who gets an account. */
export function acceptInvitation(token: string, newcomer?: Newcomer) {
  return call(signedIn, {
    method: "POST",
    url: "/v1/invitations/accept",
    data: { ...newcomer, token, session: "cookie" },
    ...(newcomer && { asNobody: true }),
  });
}
