import { useMutation } from "@tanstack/react-query";
import { call } from "@/api/http.ts";
import { Problem } from "@/api/problem.ts";
import { nothing } from "@/api/schemas.ts";
import { sessionEnded } from "./events.ts";

/** Ends the session, in every tab. A session that is over already is as good as ended. */
export async function signOut(): Promise<void> {
  try {
    await call(nothing, { method: "DELETE", url: "/v1/session", asNobody: true });
  } catch (failure) {
    if (!(failure instanceof Problem && failure.code === "unauthenticated")) {
      throw failure;
    }
  }
}

export function useSignOut() {
  return useMutation({ mutationFn: signOut, onSuccess: sessionEnded });
}
