import { Loader, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useMessages } from "@/locales/language.ts";

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** Whether what was searched for is not there yet. */
  readonly busy: boolean;
  readonly onSearch: (query: string) => void;
}

const PAUSE = 350; // milliseconds, while somebody types

export function Search({ label, hint, busy, onSearch }: Props) {
  const { common } = useMessages();
  const [typed, setTyped] = useState("");
  const search = useDebouncedCallback((query: string) => onSearch(query.trim()), PAUSE);
  return (
    <TextInput
      label={label}
      description={hint}
      type="search"
      mb="md"
      maxLength={200}
      value={typed}
      rightSection={busy && <Loader size="xs" role="status" aria-label={common.loading} />}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
