import type { Messages } from "../language.ts";
import { account } from "./account.ts";
import { admin } from "./admin.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { integration } from "./integration.ts";
import { organization } from "./organization.ts";
import { problems } from "./problems.ts";

export const de: Messages = { common, entrance, account, admin, integration, organization, problems };
