import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Problem } from "@/api/problem.ts";
import { Form } from "@/components/Form.tsx";
import { passwordField } from "@/components/fields.ts";
import { showProblem } from "@/components/form-problem.ts";
import { PasswordField } from "@/components/PasswordField.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import { knowsPasskeys, signInByPasskey } from "@/session/passkey.ts";
import { SecondStep, secondStepOf } from "@/session/SecondStep.tsx";
import { signIn } from "@/session/sign-in.ts";

interface Props {
  readonly email: string;
  readonly onDone: () => Promise<void>;
}

function fields(t: Messages) {
  return z.object({ password: passwordField(t) });
}

/** Who has an account shows that it is theirs, and has joined. */
export function SignInForm({ email, onDone }: Props) {
  const t = useMessages();
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { password: "" } });
  const [second, setSecond] = useState<ReturnType<typeof secondStepOf>>();
  const step = async (prove: () => Promise<unknown>) => {
    try {
      await prove();
      await onDone();
    } catch (failure) {
      const next = secondStepOf(failure);
      if (next !== undefined) {
        setSecond(next);
      } else if (failure instanceof Problem && failure.code === "unauthenticated") {
        form.setError("root", { message: t.entrance.login.wrong });
      } else {
        showProblem(form, t, failure);
      }
    }
  };
  if (second !== undefined) {
    return <SecondStep {...second} onDone={() => step(() => Promise.resolve())} />;
  }
  return (
    <>
      <p>{t.entrance.invitation.signIn}</p>
      <Form
        form={form}
        submit={t.entrance.invitation.signInToJoin}
        wide
        onSubmit={({ password }) => step(() => signIn({ email, password }))}
      >
        <input type="email" hidden readOnly autoComplete="username" value={email} />
        <PasswordField
          autoComplete="current-password"
          required
          error={form.formState.errors.password?.message}
          {...form.register("password")}
        />
      </Form>
      {knowsPasskeys() && (
        <Button
          variant="default"
          leftSection={<KeyRound size={18} aria-hidden />}
          onClick={() => void step(() => signInByPasskey({}))}
        >
          {t.entrance.login.passkey}
        </Button>
      )}
    </>
  );
}
