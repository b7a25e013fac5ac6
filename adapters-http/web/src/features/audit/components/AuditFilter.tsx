import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "@/locales/language.ts";
import { everyMemberQuery } from "@/session/members.ts";
import type { Filter } from "../api/audit.ts";
import styles from "./AuditFilter.module.css";

interface Props {
  readonly tenantId: string;
  readonly slug: string;
  readonly filter: Filter;
}

const PAUSE = 400; // milliseconds, while somebody types

/** What of the audit is shown. It stands in the address, so that it can be passed on and gone back to. */
export function AuditFilter({ tenantId, slug, filter }: Props) {
  const { organization } = useMessages();
  const words = organization.audit;
  const members = useQuery(everyMemberQuery(tenantId)).data ?? [];
  const navigate = useNavigate();
  const [action, setAction] = useState(filter.action ?? "");
  const show = (search: Filter) =>
    navigate({ to: "/t/$slug/audit", params: { slug }, search: given(search), replace: true });
  const showAction = useDebouncedCallback((typed: string) => void show({ ...filter, action: typed.trim() }), PAUSE);
  return (
    <div className={styles.filter}>
      <TextInput
        label={words.action}
        value={action}
        onChange={(event) => {
          setAction(event.currentTarget.value);
          showAction(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.actor}
        value={filter.actor ?? ""}
        data={[
          { value: "", label: words.anybody },
          ...members.map(({ userId, fullName, email }) => ({ value: userId, label: fullName || email })),
        ]}
        onChange={(event) => void show({ ...filter, actor: event.currentTarget.value })}
      />
      <TextInput
        label={words.from}
        type="date"
        value={filter.from ?? ""}
        onChange={(event) => void show({ ...filter, from: event.currentTarget.value })}
      />
      <TextInput
        label={words.to}
        type="date"
        value={filter.to ?? ""}
        onChange={(event) => void show({ ...filter, to: event.currentTarget.value })}
      />
      <Button
        variant="default"
        onClick={() => {
          setAction("");
          void show({});
        }}
      >
        {words.reset}
      </Button>
    </div>
  );
}

function given(filter: Filter) {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "" && value !== undefined));
}
