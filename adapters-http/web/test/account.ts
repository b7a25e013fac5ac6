import { screen, within } from "@testing-library/react";
import type { Me } from "@/session/me.ts";
import { ADA, listOf } from "./fixtures.ts";
import { open } from "./render.tsx";
import { answer } from "./server.ts";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
const PHONE =
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";

const SESSION = {
  id: "0199c1de-7a60-7c3e-9d55-000000000101",
  createdAt: "2026-01-30T12:00:00.000Z",
  lastUsedAt: "2026-01-30T12:00:00.000Z",
  expiresAt: "2026-01-31T12:00:00.000Z",
  ip: "192.0.2.1",
  userAgent: BROWSER,
  rememberMe: false,
  current: true,
};

export const HERE = SESSION;
export const ELSEWHERE = {
  ...SESSION,
  id: "0199c1de-7a60-7c3e-9d55-000000000102",
  ip: "192.0.2.2",
  userAgent: PHONE,
  current: false,
};

export const PASSKEY = {
  id: "0199c1de-7a60-7c3e-9d55-000000000201",
  name: "Laptop",
  createdAt: "2026-01-30T12:00:00.000Z",
  lastUsedAt: null,
};

export const CODES = Array.from({ length: 10 }, (_, index) => `code-${index}`);

/** What everybody's page about security asks for, unless a test has it answered otherwise. */
export function openSecurity(me: Partial<Me> = {}) {
  answer("GET /v1/me", { status: 200, body: { ...ADA, ...me } });
  answer("GET /v1/me/passkeys", listOf(PASSKEY));
  answer("GET /v1/me/sessions", listOf(HERE, ELSEWHERE));
  answer("GET /v1/me/identities", listOf());
  answer("GET /v1/session/providers", listOf());
  return open("/security");
}

/** The part of a page below one of its headings. */
export async function part(name: string) {
  return within(await screen.findByRole("region", { name }));
}

/** The dialog that is open. */
export async function dialog() {
  return within(await screen.findByRole("dialog"));
}
