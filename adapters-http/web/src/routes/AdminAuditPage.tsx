import { Operators } from "@/features/admin/components/Operators.tsx";
import { InstallationAudit } from "@/features/audit/components/InstallationAudit.tsx";
import { useMessages } from "@/locales/language.ts";

export function AdminAuditPage() {
  return (
    <Operators title={useMessages().admin.audit}>
      <InstallationAudit />
    </Operators>
  );
}
