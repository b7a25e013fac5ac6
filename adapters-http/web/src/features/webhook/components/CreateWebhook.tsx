import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { neededField } from "@/components/fields.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { createWebhook } from "../api/webhooks.ts";

interface Props {
  readonly tenantId: string;
  readonly onDone: (secret: string) => Promise<void>;
}

function fields(t: Messages) {
  return z.object({ url: neededField(t), description: z.string(), events: neededField(t) });
}

type Values = z.infer<ReturnType<typeof fields>>;

export function CreateWebhook({ tenantId, onDone }: Props) {
  const t = useMessages();
  const { hooks } = t.integration;
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { url: "", description: "", events: "*" },
  });
  const { errors } = form.formState;
  const submit = async ({ events, ...rest }: Values) => {
    try {
      const kinds = events.split(/[\s,]+/).filter((event) => event !== "");
      await onDone((await createWebhook(tenantId, { ...rest, events: kinds })).secret);
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={hooks.create} onSubmit={submit}>
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
        label={`${hooks.description} (${t.common.optional})`}
        error={errors.description?.message}
        {...form.register("description")}
      />
      <TextInput
        label={hooks.events}
        description={hooks.eventsHint}
        required
        autoCapitalize="none"
        spellCheck={false}
        error={errors.events?.message}
        {...form.register("events")}
      />
    </Form>
  );
}
