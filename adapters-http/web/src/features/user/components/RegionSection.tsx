import { zodResolver } from "@hookform/resolvers/zod";
import { NativeSelect } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { Saved } from "@/components/Saved.tsx";
import { Section } from "@/components/Section.tsx";
import { SwitchField } from "@/components/SwitchField.tsx";
import { chooseLanguage, languageOf, LANGUAGES, useMessages } from "@/locales/language.ts";
import { useMe } from "@/session/me.ts";
import styles from "./Fields.module.css";
import { useSaveMe } from "./use-save-me.ts";

const fields = z.object({
  locale: z.string(),
  timezone: z.string(),
  product: z.boolean(),
  invitations: z.boolean(),
});

type Values = z.infer<typeof fields>;

const NAMES = { "profile.locale": "locale", "profile.timezone": "timezone" } as const;

export function RegionSection() {
  const t = useMessages();
  const words = t.account.profile;
  const { profile } = useMe();
  const form = useForm<Values>({
    resolver: zodResolver(fields),
    defaultValues: { locale: profile.locale, timezone: profile.timezone, ...profile.notifications },
  });
  const { errors } = form.formState;
  const { save, saved } = useSaveMe(form, NAMES);
  const submit = async (values: Values) => {
    const { locale, timezone, ...notifications } = values;
    const done = await save(values, { profile: { locale, timezone, notifications } });
    const language = languageOf(locale);
    if (done && language !== undefined) {
      await chooseLanguage(language);
    }
  };
  return (
    <Section title={words.region}>
      <Form form={form} submit={t.common.save} onSubmit={submit} beside={<Saved shown={saved} />}>
        <div className={styles.pair}>
          <NativeSelect
            label={words.locale}
            data={languages(profile.locale)}
            error={errors.locale?.message}
            {...form.register("locale")}
          />
          <NativeSelect
            label={words.timezone}
            data={zones(profile.timezone)}
            error={errors.timezone?.message}
            {...form.register("timezone")}
          />
        </div>
        <SwitchField form={form} name="product" label={words.product} description={words.notificationsText} />
        <SwitchField form={form} name="invitations" label={words.invitations} />
      </Form>
    </Section>
  );
}

/** Those that the console speaks, and the one that is set, which need not be among them. */
function languages(current: string) {
  const spoken = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
  return spoken.some(({ value }) => value === current) ? spoken : [{ value: current, label: current }, ...spoken];
}

function zones(current: string): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), current])];
}
