import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { Controller, useForm, type UseFormReturn } from "react-hook-form";
import * as z from "zod/mini";
import { shortField } from "@/components/fields.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { SwitchField } from "@/components/SwitchField.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import { EVERYTHING } from "../event-types.ts";
import { EventsField } from "./EventsField.tsx";

function fields(t: Messages) {
  return z.object({
    url: z.string().check(z.trim(), z.url({ protocol: /^https?$/, error: t.integration.hooks.noUrl })),
    description: shortField(t, 200),
    events: z.array(z.string()).check(z.minLength(1, t.integration.hooks.noEvent)),
    active: z.boolean(),
  });
}

export type WebhookValues = z.infer<ReturnType<typeof fields>>;

interface Props {
  /** What is there already; a new one is active in any case. */
  readonly of?: WebhookValues;
  readonly submit: string;
  readonly onSubmit: (values: WebhookValues) => Promise<void>;
}

export function WebhookForm({ of, submit, onSubmit }: Props) {
  const t = useMessages();
  const { hooks } = t.integration;
  const form = useForm<WebhookValues>({
    resolver: zodResolver(fields(t)),
    defaultValues: of ?? { url: "", description: "", events: [EVERYTHING], active: true },
  });
  const send = async (values: WebhookValues) => {
    try {
      await onSubmit({ ...values, events: values.events.includes(EVERYTHING) ? [EVERYTHING] : values.events });
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={submit} onSubmit={send}>
      <Place form={form} />
      <Controller
        control={form.control}
        name="events"
        render={({ field: { value, onChange }, fieldState }) => (
          <EventsField value={value} error={fieldState.error?.message} onChange={onChange} />
        )}
      />
      {of !== undefined && (
        <SwitchField form={form} name="active" label={hooks.active} description={hooks.activeHint} />
      )}
    </Form>
  );
}

/** Where it leads, and what that is. */
function Place({ form }: { readonly form: UseFormReturn<WebhookValues> }) {
  const { common, integration } = useMessages();
  const { hooks } = integration;
  const { errors } = form.formState;
  return (
    <>
      <TextInput
        label={hooks.url}
        description={hooks.urlHint}
        type="url"
        required
        data-autofocus
        error={errors.url?.message}
        {...form.register("url")}
      />
      <TextInput
        label={`${hooks.description} (${common.optional})`}
        error={errors.description?.message}
        {...form.register("description")}
      />
    </>
  );
}
