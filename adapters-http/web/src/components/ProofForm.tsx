import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { useMessages } from "@/locales/language.ts";
import { PasswordField } from "./PasswordField.tsx";
import { useRefusal } from "./use-refusal.ts";

export interface Proof {
  readonly password?: string;
  readonly code?: string;
}

interface Props {
  readonly submit: string;
  readonly withCode?: boolean;
  readonly tone?: "danger";
  readonly onProof: (proof: Proof) => Promise<unknown>;
  readonly children?: ReactNode;
}

const fields = z.object({ password: z.string(), code: z.string().check(z.trim()) });

/**
 * Asks once more who is there, before something that matters. The password is sent only if there is one: who signs in by passkey
 * or provider alone has none, and the server asks for it where it is needed.
 */
export function ProofForm({ submit, withCode = false, tone, onProof, children }: Props) {
  const t = useMessages();
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { password: "", code: "" } });
  const { refused, blocked } = useRefusal(form);
  const { errors } = form.formState;
  const prove = async ({ password, code }: z.infer<typeof fields>) => {
    try {
      await onProof({ ...(password !== "" && { password }), ...(withCode && { code }) });
    } catch (failure) {
      refused(failure);
    }
  };
  return (
    <Form form={form} submit={submit} blocked={blocked} onSubmit={prove} {...(tone && { tone })}>
      {children}
      <PasswordField
        description={t.account.security.again}
        autoComplete="current-password"
        data-autofocus
        error={errors.password?.message}
        {...form.register("password")}
      />
      {withCode && (
        <TextInput
          label={t.common.fields.code}
          description={t.account.security.codeHint}
          autoComplete="one-time-code"
          required
          error={errors.code?.message}
          {...form.register("code")}
        />
      )}
    </Form>
  );
}
