import { zodResolver } from "@hookform/resolvers/zod";
import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Problem } from "@/api/problem.ts";
import { Form } from "@/components/Form.tsx";
import { emailField, passwordField } from "@/components/fields.ts";
import { Link } from "@/components/Link.tsx";
import { PasswordField } from "@/components/PasswordField.tsx";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { secondStepOf } from "@/session/SecondStep.tsx";
import { signIn } from "@/session/sign-in.ts";
import { OtherWays } from "./OtherWays.tsx";
import { Unverified } from "./Unverified.tsx";

interface Props {
  readonly onDone: () => unknown;
  readonly onSecond: (second: NonNullable<ReturnType<typeof secondStepOf>>) => void;
}

function fields(t: Messages) {
  return z.object({
    email: emailField(t),
    password: passwordField(t),
    rememberMe: z.boolean(),
  });
}

type Values = z.infer<ReturnType<typeof fields>>;

/** The first step: e-mail address and password, or one of the other ways. */
export function PasswordForm({ onDone, onSecond }: Props) {
  const t = useMessages();
  const { login } = t.entrance;
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { email: "", password: "", rememberMe: false },
  });
  const { refused, blocked } = useRefusal(form);
  const [unverified, setUnverified] = useState<string>();
  const { errors } = form.formState;

  const notIn = (failure: unknown, email?: string) => {
    const second = secondStepOf(failure);
    const { code, about } = failure instanceof Problem ? failure : new Problem("", "");
    if (second !== undefined) {
      onSecond(second);
    } else if (code === "email_not_verified" && email !== undefined) {
      setUnverified(email);
    } else if (code === "unauthenticated") {
      form.setError("root", { message: login.wrong });
      form.setFocus("password", { shouldSelect: true });
    } else if (about.errors?.["session"] !== undefined) {
      form.setError("root", { message: login.noCookies });
    } else {
      refused(failure);
    }
  };
  const submit = async (values: Values) => {
    setUnverified(undefined);
    try {
      await signIn(values);
    } catch (failure) {
      notIn(failure, values.email);
      return;
    }
    await onDone();
  };

  return (
    <>
      {unverified !== undefined && <Unverified email={unverified} />}
      <Form form={form} submit={login.submit} wide blocked={blocked} onSubmit={submit}>
        <TextInput
          label={t.common.fields.email}
          type="email"
          autoComplete="username"
          required
          error={errors.email?.message}
          {...form.register("email")}
        />
        <div>
          <PasswordField
            autoComplete="current-password"
            required
            error={errors.password?.message}
            {...form.register("password")}
          />
          <Link to="/forgot" size="sm" mt={6} display="inline-block">
            {login.forgot}
          </Link>
        </div>
        <Checkbox label={login.remember} {...form.register("rememberMe")} />
      </Form>
      <OtherWays rememberMe={() => form.getValues("rememberMe")} onDone={onDone} onRefused={notIn} />
    </>
  );
}
