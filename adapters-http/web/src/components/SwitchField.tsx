import { Switch } from "@mantine/core";
import type { ComponentProps } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";

interface Props<V extends FieldValues> extends Pick<ComponentProps<typeof Switch>, "label" | "description"> {
  readonly form: UseFormReturn<V>;
  readonly name: FieldPath<V>;
}

/** A switch of a form. Mantine's keeps for itself whether it is on, so it is told how the form begins. */
export function SwitchField<V extends FieldValues>({ form, name, ...about }: Props<V>) {
  return <Switch {...about} defaultChecked={Boolean(form.getValues(name))} {...form.register(name)} />;
}
