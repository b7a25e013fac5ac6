import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Entrance } from "@/components/Entrance.tsx";
import { Form } from "@/components/Form.tsx";
import { emailField } from "@/components/fields.ts";
import { Link } from "@/components/Link.tsx";
import { Notice } from "@/components/Notice.tsx";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { forgot } from "../api/forgot.ts";

function fields(t: Messages) {
  return z.object({ email: emailField(t) });
}

export function ForgotPage() {
  const t = useMessages();
  const words = t.entrance.forgot;
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { email: "" } });
  const { refused, blocked } = useRefusal(form);
  const submit = async ({ email }: { email: string }) => {
    try {
      await forgot({ email });
      setSentTo(email);
    } catch (failure) {
      refused(failure);
    }
  };
  const back = <Link to="/login">{words.back}</Link>;
  if (sentTo !== undefined) {
    return (
      <Entrance title={words.sent} foot={back}>
        <Notice kind="good">{words.sentText(sentTo)}</Notice>
      </Entrance>
    );
  }
  return (
    <Entrance title={words.title} intro={words.intro} foot={back}>
      <Form form={form} submit={words.submit} wide blocked={blocked} onSubmit={submit}>
        <TextInput
          label={t.common.fields.email}
          type="email"
          autoComplete="username"
          required
          error={form.formState.errors.email?.message}
          {...form.register("email")}
        />
      </Form>
    </Entrance>
  );
}
