import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { nameField } from "@/components/fields.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { type ApiKey, renameKey } from "../api/api-keys.ts";

interface Props {
  readonly tenantId: string;
  readonly of: ApiKey;
  readonly onDone: () => Promise<void>;
}

function fields(t: Messages) {
  return z.object({ name: nameField(t, 100) });
}

export function RenameKey({ tenantId, of, onDone }: Props) {
  const t = useMessages();
  const words = t.integration.keys;
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { name: of.name } });
  const submit = async ({ name }: { name: string }) => {
    try {
      await renameKey(tenantId, of.id, name);
      await onDone();
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={words.rename} onSubmit={submit}>
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        data-autofocus
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
    </Form>
  );
}
