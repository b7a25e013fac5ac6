import type { Outside } from "../language.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { problems } from "./problems.ts";

export const outside: Outside = { common, entrance, problems };
