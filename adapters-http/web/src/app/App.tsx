import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { theme } from "@/theme/theme.ts";
import type { Console } from "./console.ts";

interface Props {
  readonly of: Console;
  /** As Mantine has it: in tests nothing moves. */
  readonly env?: "default" | "test";
}

/** Styles come from files alone: what Mantine would write into the page, the build has written into a style sheet. */
export function App({ of: { router, queryClient, follow }, env = "default" }: Props) {
  useEffect(follow, [follow]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      env={env}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
