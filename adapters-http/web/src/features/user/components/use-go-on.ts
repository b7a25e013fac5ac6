import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { meQuery } from "@/session/me.ts";

export type MailedNotice = "verified" | "confirmed";

/** Leads on from a mail's link: who is signed in here goes in, and everybody else signs in. Either page tells the notice. */
export function useGoOn() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (notice: MailedNotice) => {
    const signedIn = await queryClient.query({ ...meQuery, staleTime: 0 }).then(
      () => true,
      () => false,
    );
    await navigate({ to: signedIn ? "/dashboard" : "/login", replace: true, state: { notice } });
  };
}
