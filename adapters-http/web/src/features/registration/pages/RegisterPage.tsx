import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { Entrance } from "@/components/Entrance.tsx";
import { Form } from "@/components/Form.tsx";
import { Link } from "@/components/Link.tsx";
import { NewPassword } from "@/components/NewPassword.tsx";
import { PasswordField } from "@/components/PasswordField.tsx";
import { emailField, nameField, newPassword, passwordField, same } from "@/components/fields.ts";
import { SlugHint } from "@/components/SlugHint.tsx";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { usePassBy } from "@/session/use-pass-by.ts";
import { register } from "../api/register.ts";

function fields(t: Messages) {
  const { check } = t.common;
  return z
    .object({
      organization_name: nameField(t, 100),
      email: emailField(t),
      password: newPassword(t),
      password_confirm: passwordField(t),
    })
    .check(z.refine(same("password", "password_confirm"), { path: ["password_confirm"], error: check.differ }));
}

type Values = z.infer<ReturnType<typeof fields>>;

export function RegisterPage() {
  const t = useMessages();
  const words = t.entrance.register;
  const navigate = useNavigate();
  usePassBy(false);
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { organization_name: "", email: "", password: "", password_confirm: "" },
  });
  const { refused, blocked } = useRefusal(form);
  const { errors } = form.formState;
  const [name, password] = useWatch({ control: form.control, name: ["organization_name", "password"] });
  const submit = async (values: Values) => {
    try {
      await register(values);
    } catch (failure) {
      refused(failure);
      return;
    }
    await navigate({ to: "/login", replace: true, state: { notice: "registered" } });
  };
  return (
    <Entrance
      title={words.title}
      intro={words.intro}
      foot={
        <>
          {words.haveAccount} <Link to="/login">{words.signIn}</Link>
        </>
      }
    >
      <Form form={form} submit={words.submit} wide blocked={blocked} onSubmit={submit}>
        <TextInput
          label={words.organization}
          autoComplete="organization"
          required
          description={<SlugHint name={name} />}
          inputWrapperOrder={["label", "input", "description", "error"]}
          error={errors.organization_name?.message}
          {...form.register("organization_name")}
        />
        <TextInput
          label={t.common.fields.email}
          type="email"
          autoComplete="username"
          required
          error={errors.email?.message}
          {...form.register("email")}
        />
        <NewPassword value={password} error={errors.password?.message} {...form.register("password")} />
        <PasswordField
          label={t.common.fields.passwordAgain}
          autoComplete="new-password"
          required
          error={errors.password_confirm?.message}
          {...form.register("password_confirm")}
        />
      </Form>
    </Entrance>
  );
}
