import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/Ask.tsx";
import { useMessages } from "@/locales/language.ts";
import { type AdminTenant, restoreTenant } from "../api/tenants.ts";
import { ChangeTenant } from "./ChangeTenant.tsx";
import { Deed } from "./Deed.tsx";

/** What an operator can do with an organization: one that its owner has deleted can only be restored. */
export function TenantDeeds({ of: tenant }: { readonly of: AdminTenant }) {
  const { admin } = useMessages();
  const { id, name, removedAfter } = tenant;
  if (removedAfter !== null) {
    return <Deed label={admin.restore} to={name} text={admin.restoreText} deed={() => restoreTenant(id)} />;
  }
  return <Change of={tenant} />;
}

function Change({ of: tenant }: { readonly of: AdminTenant }) {
  const { admin } = useMessages();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const title = `${admin.change}: ${tenant.name}`;
  const done = async () => {
    setOpened(false);
    await queryClient.invalidateQueries({ queryKey: ["admin"] });
  };
  return (
    <>
      <Button variant="default" size="xs" aria-label={title} onClick={() => setOpened(true)}>
        {admin.change}
      </Button>
      <Dialog title={title} opened={opened} onClose={() => setOpened(false)}>
        <ChangeTenant tenant={tenant} onDone={done} />
      </Dialog>
    </>
  );
}
