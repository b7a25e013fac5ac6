import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { emailField, nameField } from "@/components/fields.ts";
import { showProblem } from "@/components/form-problem.ts";
import { Saved } from "@/components/Saved.tsx";
import { Section } from "@/components/Section.tsx";
import { SwitchField } from "@/components/SwitchField.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { changeTenant, type Tenant, tenantQuery } from "../api/tenants.ts";

function fields(t: Messages) {
  return z.object({
    name: nameField(t, 100),
    contactEmail: emailField(t),
    requireMfa: z.boolean(),
  });
}

type Values = z.infer<ReturnType<typeof fields>>;

export function GeneralSection({ tenant }: { readonly tenant: Tenant }) {
  const t = useMessages();
  const { settings } = t.organization;
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { name, contactEmail, requireMfa } = tenant;
  const form = useForm<Values>({ resolver: zodResolver(fields(t)), defaultValues: { name, contactEmail, requireMfa } });
  const { errors } = form.formState;
  const submit = async (values: Values) => {
    setSaved(false);
    try {
      queryClient.setQueryData(tenantQuery(tenant.id).queryKey, await changeTenant(tenant.id, values));
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      setSaved(true);
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Section title={settings.general}>
      <Form form={form} submit={t.common.save} onSubmit={submit} beside={<Saved shown={saved} />}>
        <TextInput label={settings.name} required error={errors.name?.message} {...form.register("name")} />
        <TextInput
          label={settings.contactEmail}
          type="email"
          required
          error={errors.contactEmail?.message}
          {...form.register("contactEmail")}
        />
        <SwitchField form={form} name="requireMfa" label={settings.requireMfa} description={settings.requireMfaText} />
      </Form>
    </Section>
  );
}
