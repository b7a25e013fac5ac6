import { useNavigate, useSearch } from "@tanstack/react-router";
import { Operators } from "@/features/admin/components/Operators.tsx";
import { InstallationAudit, InstallationExport } from "@/features/audit/components/InstallationAudit.tsx";
import { useMessages } from "@/locales/language.ts";

/** The filter stands in the address, as that of an organization's audit does. */
export function AdminAuditPage() {
  const filter = useSearch({ from: "/inside/admin/audit" });
  const navigate = useNavigate();
  return (
    <Operators title={useMessages().admin.audit} aside={<InstallationExport filter={filter} />}>
      <InstallationAudit
        filter={filter}
        onShow={(search) => void navigate({ to: "/admin/audit", search, replace: true })}
      />
    </Operators>
  );
}
