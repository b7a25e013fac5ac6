import * as z from "zod/mini";
import { call } from "@/api/http.ts";
import { nothing, recoveryCodes, type Schemas } from "@/api/schemas.ts";
import { lastWayIn } from "@/session/last-way-in.ts";

export type SetUp = Schemas["TotpSetUp"];

const setUp: z.ZodMiniType<SetUp> = z.object({
  secret: z.string(),
  otpauthUri: z.string(),
  qrSvg: z.string().check(z.startsWith("<svg ")),
});

interface Proof {
  readonly password?: string;
  readonly code?: string;
}

export function startTotp(proof: Proof) {
  return call(setUp, { method: "POST", url: "/v1/me/totp", data: proof });
}

export function confirmTotp(code: string) {
  return call(recoveryCodes, { method: "POST", url: "/v1/me/totp/confirm", data: { code } });
}

export function removeTotp(proof: Proof) {
  return call(nothing, { method: "DELETE", url: "/v1/me/totp", data: proof }).catch(lastWayIn);
}

export function renewRecoveryCodes(proof: Proof) {
  return call(recoveryCodes, { method: "POST", url: "/v1/me/recovery-codes", data: proof });
}
