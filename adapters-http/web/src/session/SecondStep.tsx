import { zodResolver } from "@hookform/resolvers/zod";
import { Button, TextInput } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Problem } from "@/api/problem.ts";
import { Form } from "@/components/Form.tsx";
import { neededField } from "@/components/fields.ts";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { knowsPasskeys, signInByPasskey } from "./passkey.ts";
import { showCode } from "./second-factor.ts";

interface Props {
  readonly mfaToken: string;
  readonly methods: readonly string[];
  readonly onDone: () => unknown;
}

function fields(t: Messages) {
  return z.object({ code: neededField(t) });
}

/** Asks for the second factor, after a first step that was right. */
export function SecondStep({ mfaToken, methods, onDone }: Props) {
  const t = useMessages();
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { code: "" } });
  const { refused, blocked } = useRefusal(form);
  const step = async (prove: () => Promise<unknown>) => {
    try {
      await prove();
    } catch (failure) {
      refused(failure);
      return;
    }
    await onDone();
  };
  return (
    <Form
      form={form}
      submit={t.entrance.second.submit}
      wide
      blocked={blocked}
      onSubmit={({ code }) => step(() => showCode(mfaToken, code))}
    >
      <p>{methods.includes("totp") ? t.entrance.second.intro : t.entrance.second.passkeyOnly}</p>
      {methods.includes("passkey") && knowsPasskeys() && (
        <Button
          variant="default"
          leftSection={<KeyRound size={18} aria-hidden />}
          onClick={() => void step(() => signInByPasskey({ mfaToken }))}
        >
          {t.entrance.second.passkey}
        </Button>
      )}
      <TextInput
        label={t.common.fields.code}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        data-autofocus
        error={form.formState.errors.code?.message}
        {...form.register("code")}
      />
    </Form>
  );
}

/** What a first step that was right wants next, if it is that. */
export function secondStepOf(failure: unknown): Omit<Props, "onDone"> | undefined {
  if (!(failure instanceof Problem) || failure.code !== "mfa_required") {
    return undefined;
  }
  const { mfaToken, methods } = failure.about;
  return mfaToken === undefined ? undefined : { mfaToken, methods: methods ?? [] };
}
