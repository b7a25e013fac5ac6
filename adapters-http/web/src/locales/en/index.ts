import { account } from "./account.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { organization } from "./organization.ts";
import { problems } from "./problems.ts";

export const en = { common, entrance, account, organization, problems };
