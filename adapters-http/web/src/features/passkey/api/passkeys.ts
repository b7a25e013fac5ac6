import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { all } from "@/api/pages.ts";
import { ceremony, nothing, type Schemas } from "@/api/schemas.ts";
import { lastWayIn } from "@/session/last-way-in.ts";
import { creationOptions, shown } from "@/session/passkey.ts";

export type Passkey = Schemas["Passkey"];

const passkey: z.ZodMiniType<Passkey> = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  recoveryCodes: z.exactOptional(z.array(z.string())),
});

export const passkeysQuery = queryOptions({
  queryKey: ["me", "passkeys"],
  queryFn: () => all(passkey, { url: "/v1/me/passkeys" }),
});

interface Proof {
  readonly password?: string;
  readonly code?: string;
}

/** Asks the authenticator for a new key, and gives it to the server under this name. */
export async function addPasskey(name: string, proof: Proof): Promise<Passkey> {
  const begun = await call(ceremony, { method: "POST", url: "/v1/me/passkeys/options", data: proof });
  const credential = await shown(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(creationOptions.parse(begun.publicKey)),
    }),
  );
  return await call(passkey, {
    method: "POST",
    url: "/v1/me/passkeys",
    data: { ceremony: begun.ceremony, credential, name },
  });
}

export function renamePasskey(id: string, name: string) {
  return call(passkey, { method: "PATCH", url: `/v1/me/passkeys/${id}`, data: { name } });
}

export function removePasskey(id: string, proof: Proof) {
  return call(nothing, { method: "DELETE", url: `/v1/me/passkeys/${id}`, data: proof }).catch(lastWayIn);
}
