import { account } from "./account.ts";
import { admin } from "./admin.ts";
import { integration } from "./integration.ts";
import { organization } from "./organization.ts";

/** What the pages for who is signed in say. */
export const inside = { account, admin, integration, organization };
