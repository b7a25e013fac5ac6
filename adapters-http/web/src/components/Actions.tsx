import { ActionIcon, Menu } from "@mantine/core";
import { EllipsisVertical, type LucideIcon } from "lucide-react";
import { useMessages } from "@/locales/language.ts";

interface Action {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPick: () => void;
}

interface Props {
  /** What it is done with. */
  readonly to: string;
  readonly actions: readonly Action[];
}

/** All that can be done with something, behind one button: there is no room for more on a narrow screen. */
export function Actions({ to, actions }: Props) {
  const { common } = useMessages();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={common.actionsFor(to)}>
          <EllipsisVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ icon: Icon, label, onPick }) => (
          <Menu.Item key={label} leftSection={<Icon size={16} aria-hidden />} onClick={onPick}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
