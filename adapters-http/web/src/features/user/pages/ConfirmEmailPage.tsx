import { useMessages } from "@/locales/language.ts";
import { confirmEmail } from "../api/confirm-email.ts";
import { MailedDeed } from "../components/MailedDeed.tsx";

export function ConfirmEmailPage() {
  const words = useMessages().entrance.confirmEmail;
  return (
    <MailedDeed title={words.title} text={words.text} submit={words.submit} notice="confirmed" deed={confirmEmail} />
  );
}
