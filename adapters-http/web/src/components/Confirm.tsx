import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { useMessages } from "@/locales/language.ts";
import { Form } from "./Form.tsx";
import { showProblem } from "./form-problem.ts";

interface Props {
  readonly text: string;
  readonly submit: string;
  readonly tone?: "danger";
  readonly onConfirm: () => Promise<unknown>;
}

const nothing = z.object({});

/** In a dialog: what will happen, and the button that lets it. */
export function Confirm({ text, submit, tone, onConfirm }: Props) {
  const t = useMessages();
  const form = useForm({ resolver: zodResolver(nothing) });
  const confirm = async () => {
    try {
      await onConfirm();
    } catch (failure) {
      showProblem(form, t, failure);
    }
  };
  return (
    <Form form={form} submit={submit} onSubmit={confirm} {...(tone && { tone })}>
      <p>{text}</p>
    </Form>
  );
}
