import { useMutation } from "@tanstack/react-query";
import { call } from "@/api/http.ts";
import { message } from "@/api/schemas.ts";

function resendVerification(email: string) {
  return call(message, { method: "POST", url: "/auth/verify/resend", data: { email }, asNobody: true });
}

/** Has the mail with the link to verify an address sent once more. */
export function useResendVerification() {
  return useMutation({ mutationFn: resendVerification });
}
