export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 256;

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^\da-zA-Z]/];

/** Code points, as the server counts. */
export function lengthOf(password: string): number {
  return Array.from(password).length;
}

/**
 * How hard a password is to guess, from 0 (refused) to 4. A hint alone: length counts most, then how many kinds and different
 * characters there are. The server knows which ones everybody uses.
 */
export function passwordStrength(password: string): 0 | 1 | 2 | 3 | 4 {
  const length = lengthOf(password);
  if (length < SHORTEST_PASSWORD) {
    return 0;
  }
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const different = new Set(password.toLowerCase()).size;
  const worth = Math.min(length, different * 2) + kinds * 2;
  return worth >= 24 ? 4 : worth >= 18 ? 3 : worth >= 13 ? 2 : 1;
}
