import { ActionIcon, Group } from "@mantine/core";
import { Ban, ChartColumn, RotateCw } from "lucide-react";
import { useMessages } from "@/locales/language.ts";
import type { ApiKey } from "../api/api-keys.ts";
import type { Step } from "../pages/ApiKeysPage.tsx";

interface Props {
  readonly of: ApiKey;
  readonly onStep: (step: Step) => void;
}

export function KeyActions({ of: key, onStep }: Props) {
  const { keys } = useMessages().integration;
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <ActionIcon variant="subtle" size="lg" aria-label={keys.usageOf(key.name)} onClick={() => onStep({ usage: key })}>
        <ChartColumn size={18} aria-hidden />
      </ActionIcon>
      {key.active && (
        <>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={keys.rotateOf(key.name)}
            onClick={() => onStep({ rotate: key })}
          >
            <RotateCw size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={keys.revokeOf(key.name)}
            onClick={() => onStep({ revoke: key })}
          >
            <Ban size={18} aria-hidden />
          </ActionIcon>
        </>
      )}
    </Group>
  );
}
