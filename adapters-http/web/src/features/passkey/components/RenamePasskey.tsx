import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { nameField } from "@/components/fields.ts";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { type Passkey, renamePasskey } from "../api/passkeys.ts";

interface Props {
  readonly passkey: Passkey;
  readonly onDone: () => Promise<void>;
}

function fields(t: Messages) {
  return z.object({ name: nameField(t, 100) });
}

export function RenamePasskey({ passkey, onDone }: Props) {
  const t = useMessages();
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { name: passkey.name } });
  const rename = async ({ name }: { name: string }) => {
    try {
      await renamePasskey(passkey.id, name);
      await onDone();
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={t.common.save} onSubmit={rename}>
      <TextInput
        label={t.account.security.passkeyName}
        required
        data-autofocus
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
    </Form>
  );
}
