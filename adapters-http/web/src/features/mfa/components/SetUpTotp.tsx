import { zodResolver } from "@hookform/resolvers/zod";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Form } from "@/components/Form.tsx";
import { neededField } from "@/components/fields.ts";
import { ProofForm } from "@/components/ProofForm.tsx";
import { useRefusal } from "@/components/use-refusal.ts";
import { type Messages, useMessages } from "@/locales/language.ts";
import { confirmTotp, type SetUp, startTotp } from "../api/totp.ts";
import styles from "./SetUpTotp.module.css";

interface Props {
  readonly onDone: (codes: readonly string[]) => void;
}

/** First the password, then the picture to scan, then a code that shows that it was scanned. */
export function SetUpTotp({ onDone }: Props) {
  const { security } = useMessages().account;
  const [setUp, setSetUp] = useState<SetUp>();
  if (setUp === undefined) {
    return <ProofForm submit={security.setUp} onProof={async (proof) => setSetUp(await startTotp(proof))} />;
  }
  return <Confirm setUp={setUp} onDone={onDone} />;
}

function fields(t: Messages) {
  return z.object({ code: neededField(t) });
}

function Confirm({ setUp, onDone }: Props & { readonly setUp: SetUp }) {
  const t = useMessages();
  const { security } = t.account;
  const form = useForm({ resolver: zodResolver(fields(t)), defaultValues: { code: "" } });
  const { refused, blocked } = useRefusal(form);
  const confirm = async ({ code }: { code: string }) => {
    try {
      onDone((await confirmTotp(code)).recoveryCodes);
    } catch (failure) {
      refused(failure);
    }
  };
  return (
    <Form form={form} submit={security.confirm} blocked={blocked} onSubmit={confirm}>
      <div className={styles.scan}>
        <p>{security.scan}</p>
        <img src={`data:image/svg+xml,${encodeURIComponent(setUp.qrSvg)}`} alt="" width="200" height="200" />
        <p>{security.orType}</p>
        <code>{setUp.secret.replace(/.{4}(?=.)/g, "$& ")}</code>
      </div>
      <TextInput
        label={security.enterCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        error={form.formState.errors.code?.message}
        {...form.register("code")}
      />
    </Form>
  );
}
