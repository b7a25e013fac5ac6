import { Anchor, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

type Props = ButtonProps & Omit<ComponentProps<"a">, keyof ButtonProps>;

function AnchorButton(props: Props) {
  return <Button component="a" {...props} />;
}

/** Mantine's links, and links that look like its buttons, going where the router goes. */
export const Link = createLink(Anchor<"a">);
export const LinkButton = createLink(AnchorButton);
