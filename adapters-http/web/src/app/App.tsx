import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { theme } from "@/theme/theme.ts";
import { createConsole } from "./console.ts";

const { router, queryClient, follow } = createConsole();

/** Styles come from files alone: what Mantine would write into the page, the build has written into a style sheet. */
export function App() {
  useEffect(follow, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
