import { zodResolver } from "@hookform/resolvers/zod";
import { NativeSelect, TextInput } from "@mantine/core";
import { useForm, type UseFormReturn } from "react-hook-form";
import * as z from "zod/mini";
import type { Schemas } from "@/api/schemas.ts";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { type AdminTenant, changeTenant, STATUSES } from "../api/tenants.ts";

interface Props {
  readonly tenant: AdminTenant;
  readonly onDone: () => Promise<void>;
}

function fields({ admin }: Messages) {
  return z.object({
    status: z.enum(STATUSES),
    plan: z.string().check(z.trim(), z.regex(/^[A-Z][A-Z0-9_-]{0,39}$/, admin.planCheck)),
    quotaLimit: z.string().check(
      z.trim(),
      z.regex(/^\d+$/, admin.quotaCheck),
      z.refine((digits: string) => Number.isSafeInteger(Number(digits)), admin.quotaCheck),
    ),
  });
}

type Values = z.infer<ReturnType<typeof fields>>;

/** Whether an organization is open, and on what terms. Only what is changed is sent: another operator may change the rest. */
export function ChangeTenant({ tenant, onDone }: Props) {
  const t = useMessages();
  const { admin, common } = t;
  const { status, plan, quotaLimit } = tenant;
  const form = useForm<Values>({
    resolver: zodResolver(fields(t)),
    defaultValues: { status, plan, quotaLimit: String(quotaLimit) },
  });
  const { errors, dirtyFields } = form.formState;
  const change = async (values: Values) => {
    try {
      await changeTenant(tenant.id, changesOf(values, dirtyFields));
      await onDone();
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={common.save} onSubmit={change}>
      <NativeSelect
        label={admin.state}
        description={admin.statusText}
        data-autofocus
        data={STATUSES.map((value) => ({ value, label: common.status[value] }))}
        error={errors.status?.message}
        {...form.register("status")}
      />
      <Terms form={form} />
    </Form>
  );
}

type Dirty = UseFormReturn<Values>["formState"]["dirtyFields"];

function changesOf({ status, plan, quotaLimit }: Values, dirty: Dirty): Schemas["AdminTenantChanges"] {
  return {
    ...(dirty.status === true && { status }),
    ...(dirty.plan === true && { plan }),
    ...(dirty.quotaLimit === true && { quotaLimit: Number(quotaLimit) }),
  };
}

function Terms({ form }: { readonly form: UseFormReturn<Values> }) {
  const { admin, organization } = useMessages();
  const { errors } = form.formState;
  return (
    <>
      <TextInput
        label={organization.settings.plan}
        autoCapitalize="characters"
        spellCheck={false}
        required
        error={errors.plan?.message}
        {...form.register("plan")}
      />
      <TextInput
        label={organization.settings.quota}
        description={admin.quotaText}
        inputMode="numeric"
        required
        error={errors.quotaLimit?.message}
        {...form.register("quotaLimit")}
      />
    </>
  );
}
