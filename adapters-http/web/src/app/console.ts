import { QueryClient } from "@tanstack/react-query";
import { createRouter, type RouterHistory } from "@tanstack/react-router";
import { Problem } from "@/api/problem.ts";
import { onSession, type SessionEvent } from "@/session/events.ts";
import { askWho, meQuery } from "@/session/me.ts";
import { isOutside } from "@/session/outside.ts";
import { Broken } from "./Broken.tsx";
import { NotFound } from "./NotFound.tsx";
import { routeTree } from "./routes.ts";

const TRIES = 2;

export type Console = ReturnType<typeof createConsole>;

/** The application's router and what it knows of the server, and how both follow what happens to the session. */
export function createConsole(history?: RouterHistory) {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: 10_000, retry: (tried, failure) => tried < TRIES && maySucceed(failure) } },
  });
  const router = createConsoleRouter(queryClient, history);
  const follow = () => onSession((event) => void followed(event));
  const followed = async (event: SessionEvent) => {
    const inside = !isOutside(router.state.location.pathname);
    if (event === "started") {
      await (inside ? meet(queryClient) : queryClient.resetQueries());
    } else if (inside && (event === "ended" || isKnown(queryClient))) {
      await router.navigate(goodbye(event, router.state.location.href));
      // Not before: what still stands there meanwhile would ask for it anew, in vain.
      queryClient.clear();
    }
  };
  return { router, queryClient, follow };
}

/** Who was never signed in here has lost nothing: the guard of the pages inside sends them to sign in, and that is all. */
function isKnown(queryClient: QueryClient): boolean {
  return queryClient.getQueryData(meQuery.queryKey) !== undefined;
}

/** Somebody signed in in another tab. To somebody else nothing may be left here, what parts of the page keep least of all. */
async function meet(queryClient: QueryClient): Promise<void> {
  const known = queryClient.getQueryData(meQuery.queryKey);
  const there = await askWho().catch(() => undefined);
  if (there === undefined || there.id !== known?.id) {
    location.reload();
  } else {
    await queryClient.invalidateQueries();
  }
}

function goodbye(event: "ended" | "lost", from: string) {
  return {
    to: "/login",
    replace: true,
    search: event === "lost" ? { redirect: from } : {},
    state: { notice: event },
  } as const;
}

function createConsoleRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(Object.entries(search).filter(isText)).toString();
      return text === "" ? "" : `?${text}`;
    },
    ...(history && { history }),
  });
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === "string" && entry[1] !== "";
}

function maySucceed(failure: unknown): boolean {
  const status = failure instanceof Problem ? failure.about.status : undefined;
  return status === undefined || status >= 500;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
  interface HistoryState {
    /** What the sign-in page says; it stays there when the page is loaded anew. */
    notice?: "registered" | "verified" | "reset" | "confirmed" | "lost" | "ended" | "closed" | "deleted";
  }
}
