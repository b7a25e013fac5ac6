import type { Outside } from "../messages.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { problems } from "./problems.ts";

export const outside: Outside = { common, entrance, problems };
