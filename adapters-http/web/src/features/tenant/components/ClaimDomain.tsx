import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { claimDomain } from "../api/domains.ts";
import { isTaken } from "../domain-text.ts";

interface Props {
  readonly tenantId: string;
  readonly onDone: () => Promise<void>;
}

/** Roughly: with a dot, and without what belongs to an address of a page. The server knows it exactly. */
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

function fields(t: Messages) {
  return z.object({ host: z.string().check(z.trim(), z.regex(HOST, t.organization.domains.noHost)) });
}

export function ClaimDomain({ tenantId, onDone }: Props) {
  const t = useMessages();
  const words = t.organization.domains;
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { host: "" } });
  const submit = async ({ host }: { host: string }) => {
    try {
      await claimDomain(tenantId, host);
      await onDone();
    } catch (failure) {
      if (isTaken(failure)) {
        form.setError("host", { message: words.taken });
      } else {
        showProblem(form, t, failure);
      }
    }
  };
  return (
    <Form form={form} submit={words.add} onSubmit={submit}>
      <TextInput
        label={words.host}
        description={words.hostHint}
        required
        data-autofocus
        autoCapitalize="none"
        autoComplete="off"
        inputMode="url"
        spellCheck={false}
        error={form.formState.errors.host?.message}
        {...form.register("host")}
      />
    </Form>
  );
}
