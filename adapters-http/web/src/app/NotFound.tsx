import { LinkButton } from "@/components/Link.tsx";
import { Entrance } from "@/components/Entrance.tsx";
import { useMessages } from "@/locales/language.ts";

export function NotFound() {
  const { notFound } = useMessages().common;
  return (
    <Entrance title={notFound.title} intro={notFound.text}>
      <LinkButton to="/dashboard">{notFound.home}</LinkButton>
    </Entrance>
  );
}
