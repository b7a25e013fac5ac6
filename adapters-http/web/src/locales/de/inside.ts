import type { Inside } from "../messages.ts";
import { account } from "./account.ts";
import { admin } from "./admin.ts";
import { integration } from "./integration.ts";
import { organization } from "./organization.ts";

export const inside: Inside = { account, admin, integration, organization };
