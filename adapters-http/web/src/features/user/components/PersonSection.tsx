import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { Saved } from "@/components/Saved.tsx";
import { Section } from "@/components/Section.tsx";
import { shortField } from "@/components/fields.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import styles from "./Fields.module.css";
import { useSaveMe } from "./use-save-me.ts";

function fields(t: Messages) {
  const name = shortField(t, 50);
  return z.object({ firstName: name, lastName: name, phone: phoneField(t) });
}

function phoneField(t: Messages) {
  return z.string().check(z.trim(), z.regex(/^$|^[0-9+() ./-]{3,20}$/, t.account.profile.phoneCheck));
}

type Values = z.infer<ReturnType<typeof fields>>;

export function PersonSection() {
  const t = useMessages();
  const me = useMe();
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { firstName: me.firstName ?? "", lastName: me.lastName ?? "", phone: me.phone ?? "" },
  });
  const { errors } = form.formState;
  const { save, saved } = useSaveMe(form);
  const submit = async (values: Values) => {
    const { firstName, lastName, phone } = values;
    await save(values, { firstName: firstName || null, lastName: lastName || null, phone: phone || null });
  };
  return (
    <Section title={t.account.profile.person}>
      <Form form={form} submit={t.common.save} onSubmit={submit} beside={<Saved shown={saved} />}>
        <div className={styles.pair}>
          <TextInput
            label={t.common.fields.firstName}
            autoComplete="given-name"
            error={errors.firstName?.message}
            {...form.register("firstName")}
          />
          <TextInput
            label={t.common.fields.lastName}
            autoComplete="family-name"
            error={errors.lastName?.message}
            {...form.register("lastName")}
          />
          <TextInput
            label={t.account.profile.phone}
            type="tel"
            autoComplete="tel"
            error={errors.phone?.message}
            {...form.register("phone")}
          />
        </div>
      </Form>
    </Section>
  );
}
