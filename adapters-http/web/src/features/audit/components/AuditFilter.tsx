import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMessages } from "@/locales/language.ts";
import type { Filter } from "../api/audit.ts";
import { ActionField } from "./ActionField.tsx";
import styles from "./AuditFilter.module.css";
import type { Actor } from "./use-seen.ts";

interface Props {
  readonly filter: Filter;
  /** Who may be chosen. */
  readonly actors: readonly Actor[];
  /** What is proposed. */
  readonly actions: readonly string[];
  /** What became of the filter before, if it was refused. */
  readonly failure: unknown;
  readonly onShow: (filter: Filter) => void;
}

/** What of the audit is shown. */
export function AuditFilter({ filter, actors, actions, failure, onShow }: Props) {
  const { audit } = useMessages().organization;
  const [cleared, setCleared] = useState(0);
  const show = (changed: Filter) => onShow(given({ ...filter, ...changed }));
  return (
    <div className={styles.filter}>
      <ActionField
        key={cleared}
        value={filter.action}
        actions={actions}
        failure={failure}
        onChoose={(action) => show({ action })}
      />
      <NativeSelect
        label={audit.actor}
        value={filter.actor ?? ""}
        data={[
          { value: "", label: audit.anybody },
          ...withChosen(actors, filter.actor).map(({ id, label }) => ({ value: id, label })),
        ]}
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
      <Button
        variant="default"
        onClick={() => {
          setCleared(cleared + 1);
          onShow({});
        }}
      >
        {audit.reset}
      </Button>
    </div>
  );
}

/** Who was chosen by an address that somebody passed on need not be among those who are known here. */
function withChosen(actors: readonly Actor[], chosen: string | undefined): readonly Actor[] {
  return chosen === undefined || actors.some(({ id }) => id === chosen)
    ? actors
    : [...actors, { id: chosen, label: chosen }];
}

function given(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "" && value !== undefined));
}
