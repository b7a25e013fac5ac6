import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { nameField, neededField } from "@/components/fields.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { createKey } from "../api/api-keys.ts";

interface Props {
  readonly tenantId: string;
  readonly onDone: (secret: string) => Promise<void>;
}

function fields(t: Messages) {
  return z.object({ name: nameField(t, 100), scopes: neededField(t), expiresAt: z.string() });
}

type Values = z.infer<ReturnType<typeof fields>>;

export function CreateKey({ tenantId, onDone }: Props) {
  const t = useMessages();
  const words = t.integration.keys;
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { name: "", scopes: "members:read", expiresAt: "" },
  });
  const { errors } = form.formState;
  const submit = async ({ name, scopes, expiresAt }: Values) => {
    try {
      const { key } = await createKey(tenantId, {
        name,
        scopes: scopes.split(/[\s,]+/).filter((scope) => scope !== ""),
        expiresAt: expiresAt === "" ? null : new Date(`${expiresAt}T23:59:59`).toISOString(),
      });
      await onDone(key);
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={words.create} onSubmit={submit}>
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        data-autofocus
        error={errors.name?.message}
        {...form.register("name")}
      />
      <TextInput
        label={words.scopes}
        description={words.scopesHint}
        required
        autoCapitalize="none"
        spellCheck={false}
        error={errors.scopes?.message}
        {...form.register("scopes")}
      />
      <TextInput
        label={`${words.expires} (${t.common.optional})`}
        type="date"
        error={errors.expiresAt?.message}
        {...form.register("expiresAt")}
      />
    </Form>
  );
}
