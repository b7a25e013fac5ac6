import { useMessages } from "@/locales/language.ts";
import { verifyEmail } from "../api/verify-email.ts";
import { MailedDeed } from "../components/MailedDeed.tsx";

export function VerifyPage() {
  const { verify } = useMessages().entrance;
  return (
    <MailedDeed
      title={verify.title}
      text={verify.text}
      caution={verify.caution}
      submit={verify.submit}
      remedy={verify.failed}
      notice="verified"
      deed={verifyEmail}
    />
  );
}
