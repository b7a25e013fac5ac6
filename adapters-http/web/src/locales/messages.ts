import type { outside } from "./en/index.ts";
import type { inside } from "./en/inside.ts";

/** What pages say to who is not signed in, too. English has all that there is to say. */
export type Outside = typeof outside;
/** What pages say only to who is signed in. */
export type Inside = typeof inside;
export type Messages = Outside & Inside;
