import { Page } from "@/components/Page.tsx";
import { useMessages } from "@/locales/language.ts";
import { AvatarSection } from "../components/AvatarSection.tsx";
import { EmailSection } from "../components/EmailSection.tsx";
import { PersonSection } from "../components/PersonSection.tsx";
import { RegionSection } from "../components/RegionSection.tsx";

export function ProfilePage() {
  return (
    <Page title={useMessages().account.profile.title}>
      <PersonSection />
      <AvatarSection />
      <EmailSection />
      <RegionSection />
    </Page>
  );
}
