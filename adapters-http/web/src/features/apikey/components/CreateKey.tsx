import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { Controller, useForm, type UseFormReturn } from "react-hook-form";
import * as z from "zod/mini";
import { nameField } from "@/components/fields.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { createKey, type NewKey } from "../api/api-keys.ts";
import { typedScopes } from "../scopes.ts";
import { ScopesField } from "./ScopesField.tsx";

interface Props {
  readonly tenantId: string;
  readonly onDone: (secret: string) => Promise<void>;
}

function fields(t: Messages) {
  return z
    .object({ name: nameField(t, 100), scopes: z.array(z.string()), others: z.string(), expiresAt: z.string() })
    .check(z.refine((values) => scopesOf(values).length > 0, { path: ["scopes"], error: t.integration.keys.noScope }));
}

type Values = z.infer<ReturnType<typeof fields>>;

interface Scopes {
  readonly scopes: string[];
  readonly others: string;
}

function scopesOf({ scopes, others }: Scopes): string[] {
  return [...new Set([...scopes, ...typedScopes(others)])];
}

/** The last day counts to its end, where this browser is. */
function keyOf({ name, expiresAt, ...scopes }: Values): NewKey {
  const end = expiresAt === "" ? null : new Date(`${expiresAt}T23:59:59`).toISOString();
  return { name, scopes: scopesOf(scopes), expiresAt: end };
}

export function CreateKey({ tenantId, onDone }: Props) {
  const t = useMessages();
  const words = t.integration.keys;
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { name: "", scopes: [], others: "", expiresAt: "" },
  });
  const submit = async (values: Values) => {
    try {
      await onDone((await createKey(tenantId, keyOf(values))).key);
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={words.create} onSubmit={submit}>
      <KeyFields form={form} />
    </Form>
  );
}

function KeyFields({ form }: { readonly form: UseFormReturn<Values> }) {
  const t = useMessages();
  const words = t.integration.keys;
  const { errors } = form.formState;
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        data-autofocus
        error={errors.name?.message}
        {...form.register("name")}
      />
      <Controller
        control={form.control}
        name="scopes"
        render={({ field: { value, onChange }, fieldState }) => (
          <ScopesField value={value} error={fieldState.error?.message} onChange={onChange} />
        )}
      />
      <TextInput
        label={`${words.others} (${t.common.optional})`}
        description={words.othersHint}
        autoCapitalize="none"
        spellCheck={false}
        {...form.register("others")}
      />
      <TextInput
        label={`${words.expires} (${t.common.optional})`}
        type="date"
        error={errors.expiresAt?.message}
        {...form.register("expiresAt")}
      />
    </>
  );
}
