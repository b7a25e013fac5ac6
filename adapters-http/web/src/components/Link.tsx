import { Anchor, Button } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** Mantine's links and buttons, going where the router goes. */
export const Link = createLink(Anchor<"a">);
export const LinkButton = createLink(Button<"a">);
