import { zodResolver } from "@hookform/resolvers/zod";
import { NativeSelect } from "@mantine/core";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { showProblem } from "@/components/form-problem.ts";
import { useMessages } from "@/locales/language.ts";
import { type ApiKey, rotateKey } from "../api/api-keys.ts";

interface Props {
  readonly tenantId: string;
  readonly of: ApiKey;
  readonly onDone: (secret: string) => Promise<void>;
}

const fields = z.object({ overlap: z.string() });

/** How long the old secret still works, in seconds; the last is the longest that the server allows. */
const OVERLAPS = ["0", "3600", "86400", "604800"] as const;

export function RotateKey({ tenantId, of, onDone }: Props) {
  const t = useMessages();
  const words = t.integration.keys;
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { overlap: "86400" } });
  const submit = async ({ overlap }: { overlap: string }) => {
    try {
      await onDone((await rotateKey(tenantId, of.id, Number(overlap))).key);
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={words.rotate} onSubmit={submit}>
      <p>{words.rotateText}</p>
      <NativeSelect
        label={words.overlap}
        data={OVERLAPS.map((value) => ({ value, label: words.overlaps[value] }))}
        {...form.register("overlap")}
      />
    </Form>
  );
}
