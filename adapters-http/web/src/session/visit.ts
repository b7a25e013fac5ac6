import type { Schemas } from "@/api/schemas.ts";

/** Where the page to which a provider sends the browser back looks for what the visit began with. */
const KEPT = "tenantry.social";

interface Wish {
  readonly rememberMe?: boolean;
  readonly link?: boolean;
}

/** Goes to a provider. `link` says that its account is to be linked to who is signed in. */
export function visitProvider({ authorizationUrl, browserToken }: Schemas["Visit"], wish: Wish): void {
  sessionStorage.setItem(KEPT, JSON.stringify({ browserToken, ...wish }));
  location.assign(authorizationUrl);
}
