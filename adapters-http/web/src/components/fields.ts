import * as z from "zod/mini";
import type { Messages } from "@/locales/language.ts";
import { lengthOf, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./password-strength.ts";

/** What forms ask of their fields. The server asks the same, and has the last word. */
export function neededField({ common: { check } }: Messages) {
  return z.string().check(z.trim(), z.minLength(1, check.needed));
}

export function emailField({ common: { check } }: Messages) {
  return z.string().check(z.trim(), z.minLength(1, check.needed), z.email(check.email));
}

export function nameField({ common: { check } }: Messages, longest: number) {
  return z.string().check(z.trim(), z.minLength(1, check.needed), z.maxLength(longest, check.tooLong(longest)));
}

/** As a name, but it may be left empty. */
export function shortField({ common: { check } }: Messages, longest: number) {
  return z.string().check(z.trim(), z.maxLength(longest, check.tooLong(longest)));
}

/** A password that exists: exactly as it is typed. */
export function passwordField({ common: { check } }: Messages) {
  return z.string().check(z.minLength(1, check.needed));
}

/** A password that is chosen now: exactly as it is typed. */
export function newPassword({ common: { check } }: Messages) {
  return z.string().check(
    z.minLength(1, check.needed),
    z.refine((password: string) => lengthOf(password) >= SHORTEST_PASSWORD, check.tooShort(SHORTEST_PASSWORD)),
    z.refine((password: string) => lengthOf(password) <= LONGEST_PASSWORD, check.tooLong(LONGEST_PASSWORD)),
  );
}

/** Whether two fields hold the same. */
export function same<K extends string>(one: K, other: K) {
  return (values: Record<K, string>) => values[one] === values[other];
}
