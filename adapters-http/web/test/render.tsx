import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "@/app/App.tsx";
import { createConsole } from "@/app/console.ts";

/** The whole console, opened at an address. */
export function open(path: string) {
  const opened = createConsole(createMemoryHistory({ initialEntries: [path] }));
  const shown = render(<App of={opened} env="test" />);
  const address = () => opened.router.state.location.href;
  return { ...shown, address, user: userEvent.setup(), router: opened.router };
}
