import { Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import type { Schemas } from "@/api/schemas.ts";
import { useMessages } from "@/locales/language.ts";
import type { Me } from "@/session/me.ts";
import styles from "./TenantSwitch.module.css";

interface Props {
  readonly open: Schemas["TenantBrief"] | undefined;
  readonly memberships: Me["memberships"];
}

/** Goes to another organization. Pages name theirs in their address, so two tabs can show two. */
export function TenantSwitch({ open, memberships }: Props) {
  const { nav } = useMessages().common;
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width="15rem">
      <Menu.Target>
        <Button
          variant="default"
          justify="space-between"
          fullWidth
          rightSection={<ChevronsUpDown size={16} aria-hidden />}
          aria-label={`${nav.switch}: ${open?.name ?? nav.none}`}
        >
          <span className={styles.open}>{open?.name ?? nav.none}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {memberships.map(({ tenant }) => (
          <Menu.Item
            key={tenant.id}
            rightSection={tenant.id === open?.id && <Check size={16} aria-hidden />}
            onClick={() => void navigate({ to: "/t/$slug/members", params: { slug: tenant.slug } })}
          >
            <span className={styles.name}>{tenant.name}</span> <span className={styles.slug}>{tenant.slug}</span>
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => void navigate({ to: "/organizations/new" })}
        >
          {nav.create}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
