import { useQueryClient } from "@tanstack/react-query";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { Schemas } from "@/api/schemas.ts";
import { showProblem } from "@/components/form-problem.ts";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { updateMe } from "../api/update-me.ts";

/**
 * Saves a part of the profile; what the form shows is then what the server kept.
 *
 * @param names what the API calls fields that the form calls otherwise
 */
export function useSaveMe<V extends FieldValues>(form: UseFormReturn<V>, names?: Readonly<Record<string, Path<V>>>) {
  const t = useMessages();
  const queryClient = useQueryClient();
  return async (values: V, changes: Schemas["MeChanges"]): Promise<boolean> => {
    try {
      queryClient.setQueryData(meQuery.queryKey, await updateMe(changes));
      form.reset(values);
      return true;
    } catch (failure) {
      showProblem(form, t, failure, names);
      return false;
    }
  };
}
