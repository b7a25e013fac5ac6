import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Ask } from "@/components/Ask.tsx";
import { Told } from "./Told.tsx";

interface Props {
  readonly label: string;
  /** To whom or what it is done. */
  readonly to: string;
  readonly text: string;
  /** What to say when it is done, where it cannot be seen. */
  readonly done?: string;
  readonly deed: () => Promise<unknown>;
}

/** A button for something that an operator does to somebody else's; it asks first. */
export function Deed({ label, to, text, done, deed }: Props) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const doing = useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: ["admin"] });
    },
  });
  return (
    <>
      <Button variant="default" size="xs" aria-label={`${label}: ${to}`} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {done !== undefined && <Told text={done} shown={doing.isSuccess} />}
      <Ask
        title={`${label}: ${to}`}
        yes={label}
        opened={asking}
        busy={doing.isPending}
        failure={doing.error}
        onYes={() => doing.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{text}</p>
      </Ask>
    </>
  );
}
