import { isOutside } from "./outside.ts";
import { safePath } from "./safe-path.ts";

/** Where to go who has signed in: to the page that was proposed if it is one for them, else to the overview. */
export function placeFor(proposed: string | undefined): string {
  const path = safePath(proposed);
  return path === undefined || isOutside(new URL(path, location.origin).pathname) ? "/dashboard" : path;
}
