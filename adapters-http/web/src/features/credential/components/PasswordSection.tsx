import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { Dialog } from "@/components/Ask.tsx";
import { Form } from "@/components/Form.tsx";
import { NewPassword } from "@/components/NewPassword.tsx";
import { Notice } from "@/components/Notice.tsx";
import { Link } from "@/components/Link.tsx";
import { PasswordField } from "@/components/PasswordField.tsx";
import { newPassword, passwordField } from "@/components/fields.ts";
import { Section } from "@/components/Section.tsx";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { changePassword } from "../api/change-password.ts";

function fields(t: Messages) {
  return z.object({ currentPassword: passwordField(t), newPassword: newPassword(t) });
}

type Values = z.infer<ReturnType<typeof fields>>;

const EMPTY: Values = { currentPassword: "", newPassword: "" };

export function PasswordSection() {
  const { security } = useMessages().account;
  const [opened, setOpened] = useState(false);
  const [changed, setChanged] = useState(false);
  const queryClient = useQueryClient();
  const done = async () => {
    setOpened(false);
    setChanged(true);
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Section
      title={security.password}
      text={security.passwordText}
      aside={
        <Button variant="default" onClick={() => setOpened(true)}>
          {security.passwordChange}
        </Button>
      }
    >
      {changed && <Notice kind="good">{security.passwordChanged}</Notice>}
      <Dialog title={security.passwordChange} opened={opened} onClose={() => setOpened(false)}>
        <ChangeForm onDone={done} />
      </Dialog>
    </Section>
  );
}

function ChangeForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const t = useMessages();
  const form = useForm<Values>({ resolver: zodResolver(fields(t)), defaultValues: EMPTY });
  const { refused, blocked } = useRefusal(form);
  const { errors } = form.formState;
  const chosen = useWatch({ control: form.control, name: "newPassword" });
  const submit = async (values: Values) => {
    try {
      await changePassword(values);
      await onDone();
    } catch (failure) {
      refused(failure);
    }
  };
  return (
    <Form form={form} submit={t.account.security.passwordChange} blocked={blocked} onSubmit={submit}>
      <Stack gap="md">
        <PasswordField
          label={t.common.fields.currentPassword}
          autoComplete="current-password"
          required
          data-autofocus
          error={errors.currentPassword?.message}
          {...form.register("currentPassword")}
        />
        <Link to="/forgot" size="sm">
          {t.account.security.noPassword}
        </Link>
        <NewPassword
          value={chosen}
          label={t.common.fields.newPassword}
          error={errors.newPassword?.message}
          {...form.register("newPassword")}
        />
      </Stack>
    </Form>
  );
}
