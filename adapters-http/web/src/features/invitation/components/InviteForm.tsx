import { zodResolver } from "@hookform/resolvers/zod";
import { NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Problem } from "@/api/problem.ts";
import { type Role, role as roleSchema } from "@/api/schemas.ts";
import { Form } from "@/components/Form.tsx";
import { emailField } from "@/components/fields.ts";
import { showProblem } from "@/components/form-problem.ts";
import { Notice } from "@/components/Notice.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import { invitationsQuery, invite } from "../api/invitations.ts";
import styles from "./InviteForm.module.css";

interface Props {
  readonly tenantId: string;
  readonly mine: Role;
}

function fields(t: Messages) {
  return z.object({ email: emailField(t), role: roleSchema });
}

type Values = z.infer<ReturnType<typeof fields>>;

export function InviteForm({ tenantId, mine }: Props) {
  const t = useMessages();
  const words = t.organization.invitations;
  const queryClient = useQueryClient();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm<Values>({ resolver: zodResolver(fields(t)), defaultValues: { email: "", role: "member" } });
  const { errors } = form.formState;
  const submit = async (values: Values) => {
    setSentTo(undefined);
    try {
      await invite(tenantId, values);
      form.reset();
      setSentTo(values.email);
      await queryClient.invalidateQueries({ queryKey: invitationsQuery(tenantId).queryKey });
    } catch (failure) {
      if (isKnown(failure)) {
        form.setError("email", { message: words.known }, { shouldFocus: true });
      } else {
        showProblem(form, t, failure);
      }
    }
  };
  const roles: Role[] = mine === "owner" ? ["member", "admin", "owner"] : ["member", "admin"];
  return (
    <Form form={form} submit={words.send} onSubmit={submit}>
      {sentTo !== undefined && <Notice kind="good">{words.sent(sentTo)}</Notice>}
      <div className={styles.fields}>
        <TextInput
          label={t.common.fields.email}
          type="email"
          autoComplete="off"
          required
          error={errors.email?.message}
          {...form.register("email")}
        />
        <NativeSelect
          label={t.common.fields.role}
          data={roles.map((role) => ({ value: role, label: t.common.roles[role] }))}
          error={errors.role?.message}
          {...form.register("role")}
        />
      </div>
    </Form>
  );
}

/** A member already, or invited: to the server both are a mere conflict. */
function isKnown(failure: unknown): boolean {
  return failure instanceof Problem && failure.code === "conflict";
}
