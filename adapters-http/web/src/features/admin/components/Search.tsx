import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly onSearch: (query: string) => void;
}

const PAUSE = 350; // milliseconds, while somebody types

export function Search({ label, hint, onSearch }: Props) {
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
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
