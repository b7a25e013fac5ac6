import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { Problem } from "@/api/problem.ts";
import { useMessages } from "@/locales/language.ts";
import { showProblem } from "./form-problem.ts";
import { useCountdown } from "./use-countdown.ts";

/** How long to wait where the server does not say it. */
const A_WHILE = 30; // seconds

/**
 * What a form does when it is refused: it shows why, and if that was too often it counts down until it can be sent again.
 *
 * @param names what the API calls fields that the form calls otherwise
 */
export function useRefusal<V extends FieldValues>(
  form: UseFormReturn<V>,
  names?: Readonly<Record<string, Path<V>>>,
): { readonly refused: (failure: unknown) => void; readonly blocked: string | undefined } {
  const t = useMessages();
  const [left, beginWait] = useCountdown();
  const refused = (failure: unknown) => {
    if (failure instanceof Problem && failure.code === "throttled") {
      beginWait(failure.about.retryAfter ?? A_WHILE);
    }
    showProblem(form, t, failure, names);
  };
  return { refused, blocked: left > 0 ? t.common.wait(left) : undefined };
}
