import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { emailField } from "@/components/fields.ts";
import { PasswordField } from "@/components/PasswordField.tsx";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { changeEmail } from "../api/change-email.ts";

interface Props {
  readonly onSent: (newEmail: string) => void;
}

function fields(t: Messages) {
  return z.object({ newEmail: emailField(t), password: z.string() });
}

/** Asks for another address. Who signs in by passkey or provider alone has no password to show. */
export function ChangeEmail({ onSent }: Props) {
  const t = useMessages();
  const words = t.account.profile;
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { newEmail: "", password: "" } });
  const { errors } = form.formState;
  const { refused, blocked } = useRefusal(form);
  const ask = async ({ newEmail, password }: { newEmail: string; password: string }) => {
    try {
      onSent((await changeEmail({ newEmail, ...(password !== "" && { password }) })).newEmail);
    } catch (failure) {
      refused(failure);
    }
  };
  return (
    <Form form={form} submit={words.changeEmail} blocked={blocked} onSubmit={ask}>
      <TextInput
        label={words.newEmail}
        type="email"
        autoComplete="email"
        required
        data-autofocus
        error={errors.newEmail?.message}
        {...form.register("newEmail")}
      />
      <PasswordField
        description={t.account.security.again}
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
    </Form>
  );
}
