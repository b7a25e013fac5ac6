import { zodResolver } from "@hookform/resolvers/zod";
import { useNavigate } from "@tanstack/react-router";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { Entrance } from "@/components/Entrance.tsx";
import { Form } from "@/components/Form.tsx";
import { Link } from "@/components/Link.tsx";
import { NewPassword } from "@/components/NewPassword.tsx";
import { Notice } from "@/components/Notice.tsx";
import { PasswordField } from "@/components/PasswordField.tsx";
import { newPassword, passwordField, same } from "@/components/fields.ts";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { useMailedToken } from "@/session/use-mailed-token.ts";
import { reset } from "../api/reset.ts";

function fields(t: Messages) {
  const { check } = t.common;
  return z
    .object({ password: newPassword(t), confirmPassword: passwordField(t) })
    .check(z.refine(same("password", "confirmPassword"), { path: ["confirmPassword"], error: check.differ }));
}

type Values = z.infer<ReturnType<typeof fields>>;

export function ResetPage() {
  const { entrance } = useMessages();
  const token = useMailedToken();
  const again = <Link to="/forgot">{entrance.reset.again}</Link>;
  return (
    <Entrance title={entrance.reset.title} intro={entrance.reset.intro} foot={again}>
      {token === undefined ? <Notice kind="bad">{entrance.incomplete}</Notice> : <ResetForm token={token} />}
    </Entrance>
  );
}

function ResetForm({ token }: { readonly token: string }) {
  const t = useMessages();
  const navigate = useNavigate();
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { password: "", confirmPassword: "" },
  });
  const { refused, blocked } = useRefusal(form);
  const { errors } = form.formState;
  const password = useWatch({ control: form.control, name: "password" });
  const submit = async (values: Values) => {
    try {
      await reset({ ...values, token });
    } catch (failure) {
      refused(failure);
      return;
    }
    await navigate({ to: "/login", replace: true, state: { notice: "reset" } });
  };
  return (
    <Form form={form} submit={t.entrance.reset.submit} wide blocked={blocked} onSubmit={submit}>
      <NewPassword
        value={password}
        label={t.common.fields.newPassword}
        error={errors.password?.message}
        {...form.register("password")}
      />
      <PasswordField
        label={t.common.fields.passwordAgain}
        autoComplete="new-password"
        required
        error={errors.confirmPassword?.message}
        {...form.register("confirmPassword")}
      />
    </Form>
  );
}
