import type { Messages } from "../language.ts";
import { account } from "./account.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { organization } from "./organization.ts";
import { problems } from "./problems.ts";

export const de: Messages = { common, entrance, account, organization, problems };
