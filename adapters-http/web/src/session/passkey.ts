import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { Problem } from "@/api/problem.ts";
import { ceremony, type Schemas, signedIn } from "@/api/schemas.ts";

/** Whether this browser can show a passkey, and make one. */
export function knowsPasskeys(): boolean {
  return "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

interface Asked {
  readonly mfaToken?: string;
  readonly rememberMe?: boolean;
}

/** Signs in by a passkey, alone or as the second step. */
export async function signInByPasskey(asked: Asked): Promise<Schemas["SignedInByCookies"]> {
  const data = asked.mfaToken === undefined ? {} : { mfaToken: asked.mfaToken };
  const begun = await call(ceremony, { method: "POST", url: "/v1/session/passkey/options", data, asNobody: true });
  const credential = await shown(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(requestOptions.parse(begun.publicKey)),
    }),
  );
  return await call(signedIn, {
    method: "POST",
    url: "/v1/session/passkey",
    data: { ...asked, ceremony: begun.ceremony, credential, session: "cookie" },
    asNobody: true,
  });
}

/** What the authenticator answers, as JSON; that its user would not, or could not, is a problem of its own. */
export async function shown(ask: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) {
      return credential.toJSON();
    }
  } catch {
    // Cancelled, timed out, or no authenticator: browsers deliberately do not say which.
  }
  throw new Problem("passkey_not_used", "");
}

const requestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>((value) => typeof value === "object");
export const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>((value) => typeof value === "object");
