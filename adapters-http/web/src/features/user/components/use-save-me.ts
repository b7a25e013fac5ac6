import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { Schemas } from "@/api/schemas.ts";
import { showProblem } from "@/components/form-problem.ts";
import { useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { updateMe } from "../api/update-me.ts";

/**
 * Saves a part of the profile; what the form shows is then what the server kept. `saved` is so until it is changed again.
 *
 * @param names what the API calls fields that the form calls otherwise
 */
export function useSaveMe<V extends FieldValues>(form: UseFormReturn<V>, names?: Readonly<Record<string, Path<V>>>) {
  const t = useMessages();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState(false);
  const save = async (values: V, changes: Schemas["MeChanges"]): Promise<boolean> => {
    const done = await kept(values, changes);
    setSaved(done);
    return done;
  };
  const kept = async (values: V, changes: Schemas["MeChanges"]): Promise<boolean> => {
    try {
      queryClient.setQueryData(meQuery.queryKey, await updateMe(changes));
      form.reset(values);
      return true;
    } catch (failure) {
      showProblem(form, t, failure, names);
      return false;
    }
  };
  return { save, saved: saved && !form.formState.isDirty };
}
