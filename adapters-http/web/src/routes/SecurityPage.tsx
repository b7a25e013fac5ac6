import { Page } from "@/components/Page.tsx";
import { PasswordSection } from "@/features/credential/components/PasswordSection.tsx";
import { TotpSection } from "@/features/mfa/components/TotpSection.tsx";
import { PasskeysSection } from "@/features/passkey/components/PasskeysSection.tsx";
import { SessionsSection } from "@/features/sessions/components/SessionsSection.tsx";
import { IdentitiesSection } from "@/features/social/components/IdentitiesSection.tsx";
import { DeleteSection } from "@/features/user/components/DeleteSection.tsx";
import { ExportSection } from "@/features/user/components/ExportSection.tsx";
import { useMessages } from "@/locales/language.ts";

export function SecurityPage() {
  return (
    <Page title={useMessages().account.security.title}>
      <PasswordSection />
      <TotpSection />
      <PasskeysSection />
      <SessionsSection />
      <IdentitiesSection />
      <ExportSection />
      <DeleteSection />
    </Page>
  );
}
