import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { Problem } from "@/api/problem.ts";
import type { Messages } from "@/locales/language.ts";
import { fieldText, problemText } from "./problem-text.ts";

/**
 * Shows a failure where it belongs: at the fields that it names, else above the form.
 *
 * @param names what the API calls fields that the form calls otherwise
 */
export function showProblem<V extends FieldValues>(
  form: UseFormReturn<V>,
  t: Messages,
  failure: unknown,
  names: Readonly<Record<string, Path<V>>> = {},
): void {
  const errors = Object.entries(failure instanceof Problem ? failure.errors : {});
  const fields = form.getValues();
  let shown = false;
  for (const [theirs, text] of errors) {
    const field = names[theirs] ?? theirs;
    if (field in fields) {
      form.setError(field as Path<V>, { type: "server", message: fieldText(t, text) }, { shouldFocus: !shown });
      shown = true;
    }
  }
  if (!shown) {
    const told = errors.map(([, text]) => fieldText(t, text)).join(" ");
    form.setError("root", { type: "server", message: told || problemText(t, failure) });
  }
}
