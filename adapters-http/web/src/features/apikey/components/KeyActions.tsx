import { Ban, ChartColumn, Pencil, RotateCw } from "lucide-react";
import { Actions } from "@/components/Actions.tsx";
import { useMessages } from "@/locales/language.ts";
import type { ApiKey } from "../api/api-keys.ts";
import type { Step } from "./KeyDialog.tsx";

interface Props {
  readonly of: ApiKey;
  readonly onStep: (step: Step) => void;
}

export function KeyActions({ of: key, onStep }: Props) {
  const { keys } = useMessages().integration;
  const usage = { icon: ChartColumn, label: keys.usage, onPick: () => onStep({ kind: "usage", key }) };
  const changes = [
    { icon: Pencil, label: keys.rename, onPick: () => onStep({ kind: "rename", key }) },
    { icon: RotateCw, label: keys.rotate, onPick: () => onStep({ kind: "rotate", key }) },
    { icon: Ban, label: keys.revoke, onPick: () => onStep({ kind: "revoke", key }) },
  ];
  return <Actions to={key.name} actions={key.active ? [usage, ...changes] : [usage]} />;
}
