import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMessages } from "@/locales/language.ts";
import type { Filter } from "../api/audit.ts";
import styles from "./AuditFilter.module.css";

/** What can be chosen, as the API names it and as people do. */
export type Choice = readonly [value: string, label: string];

interface Props {
  readonly filter: Filter;
  readonly actors: readonly Choice[];
  readonly actions: readonly Choice[];
  readonly onShow: (filter: Filter) => void;
}

/** What of the audit is shown. */
export function AuditFilter({ filter, actors, actions, onShow }: Props) {
  const { audit } = useMessages().organization;
  const show = (changed: Filter) => onShow(given({ ...filter, ...changed }));
  return (
    <div className={styles.filter}>
      <NativeSelect
        label={audit.action}
        value={filter.action ?? ""}
        data={choices(audit.anything, actions, filter.action)}
        onChange={(event) => show({ action: event.currentTarget.value })}
      />
      <NativeSelect
        label={audit.actor}
        value={filter.actor ?? ""}
        data={choices(audit.anybody, actors, filter.actor)}
        onChange={(event) => show({ actor: event.currentTarget.value })}
      />
      <TextInput
        label={audit.from}
        type="date"
        value={filter.from ?? ""}
        onChange={(event) => show({ from: event.currentTarget.value })}
      />
      <TextInput
        label={audit.to}
        type="date"
        value={filter.to ?? ""}
        onChange={(event) => show({ to: event.currentTarget.value })}
      />
      <Button variant="default" onClick={() => onShow({})}>
        {audit.reset}
      </Button>
    </div>
  );
}

/** What an address that somebody passed on has chosen need not be among what is known here. */
function choices(all: string, known: readonly Choice[], chosen: string | undefined) {
  const unknown = chosen !== undefined && known.every(([value]) => value !== chosen);
  const every: Choice[] = [["", all], ...known, ...(unknown ? [[chosen, chosen] as const] : [])];
  return every.map(([value, label]) => ({ value, label }));
}

function given(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "" && value !== undefined));
}
