import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { nameField } from "@/components/fields.ts";
import { showProblem } from "@/components/form-problem.ts";
import { Page } from "@/components/Page.tsx";
import { Section } from "@/components/Section.tsx";
import { SlugHint } from "@/components/SlugHint.tsx";
import { type Messages, useMessages } from "@/locales/language.ts";
import { meQuery } from "@/session/me.ts";
import { createTenant } from "../api/tenants.ts";

function fields(t: Messages) {
  return z.object({ name: nameField(t, 100) });
}

export function NewTenantPage() {
  const t = useMessages();
  const words = t.organization.create;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { name: "" } });
  const name = useWatch({ control: form.control, name: "name" });
  const submit = async (values: { name: string }) => {
    try {
      const { slug } = await createTenant(values);
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await navigate({ to: "/t/$slug/members", params: { slug } });
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Page title={words.title} intro={words.intro}>
      <Section>
        <Form form={form} submit={words.submit} onSubmit={submit}>
          <TextInput
            label={words.name}
            autoComplete="organization"
            required
            description={<SlugHint name={name} />}
            inputWrapperOrder={["label", "input", "description", "error"]}
            error={form.formState.errors.name?.message}
            {...form.register("name")}
          />
        </Form>
      </Section>
    </Page>
  );
}
