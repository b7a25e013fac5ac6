import { Button, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Notice } from "./Notice.tsx";

interface Props<V extends FieldValues> {
  readonly form: UseFormReturn<V>;
  readonly onSubmit: (values: V) => unknown;
  readonly submit: string;
  /** Why the form cannot be sent just now. */
  readonly blocked?: string | undefined;
  readonly tone?: "danger";
  /** Beside the button that sends. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form with what went wrong above its fields, and one button, which is busy while it is sent. */
export function Form<V extends FieldValues>({
  form,
  onSubmit,
  submit,
  blocked,
  tone,
  beside,
  wide,
  children,
}: Props<V>) {
  const { isSubmitting, errors } = form.formState;
  return (
    <form noValidate onSubmit={form.handleSubmit(onSubmit)}>
      <Stack gap="md">
        {errors.root?.message !== undefined && <Notice kind="bad">{errors.root.message}</Notice>}
        {children}
        <div>
          <Button
            type="submit"
            loading={isSubmitting}
            disabled={blocked !== undefined}
            fullWidth={wide === true}
            {...(tone === "danger" && { className: "danger" })}
          >
            {blocked ?? submit}
          </Button>
          {beside}
        </div>
      </Stack>
    </form>
  );
}
