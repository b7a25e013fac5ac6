import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { Problem } from "@/api/problem.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { NewPassword } from "@/components/NewPassword.tsx";
import { newPassword, shortField } from "@/components/fields.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { acceptInvitation } from "../api/accept.ts";

interface Props {
  readonly email: string;
  readonly token: string;
  readonly onDone: () => Promise<void>;
  /** The address has got an account in the meantime. */
  readonly onKnown: () => void;
}

function fields(t: Messages) {
  const name = shortField(t, 50);
  return z.object({ firstName: name, lastName: name, password: newPassword(t) });
}

type Values = z.infer<ReturnType<typeof fields>>;

export function NewcomerForm({ email, token, onDone, onKnown }: Props) {
  const t = useMessages();
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { firstName: "", lastName: "", password: "" },
  });
  const { errors } = form.formState;
  const password = useWatch({ control: form.control, name: "password" });
  const submit = async (values: Values) => {
    try {
      await acceptInvitation(token, values);
    } catch (failure) {
      if (failure instanceof Problem && failure.code === "account_exists") {
        onKnown();
      } else {
        showProblem(form, t, failure);
      }
      return;
    }
    await onDone();
  };
  return (
    <>
      <p>{t.entrance.invitation.newcomer}</p>
      <Form form={form} submit={t.entrance.invitation.createAndJoin} wide onSubmit={submit}>
        <input type="email" hidden readOnly autoComplete="username" value={email} />
        <TextInput
          label={`${t.common.fields.firstName} (${t.common.optional})`}
          autoComplete="given-name"
          error={errors.firstName?.message}
          {...form.register("firstName")}
        />
        <TextInput
          label={`${t.common.fields.lastName} (${t.common.optional})`}
          autoComplete="family-name"
          error={errors.lastName?.message}
          {...form.register("lastName")}
        />
        <NewPassword value={password} error={errors.password?.message} {...form.register("password")} />
      </Form>
    </>
  );
}
