import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { problems } from "./problems.ts";

/** What is said in front of the door, and everywhere. */
export const outside = { common, entrance, problems };
