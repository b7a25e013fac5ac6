/** What happens to the session of this browser, whichever tab it happens in. */
export type SessionEvent = "started" | "ended" | "lost";

type Listener = (event: SessionEvent) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("tenantry.session");

channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data === "started" || data === "ended") {
    tell(data);
  }
});

/** Somebody signed in: other tabs must not go on showing what belongs to somebody else. */
export function sessionStarted(): void {
  channel?.postMessage("started");
}

/** Somebody signed out, here and so in every tab. */
export function sessionEnded(): void {
  channel?.postMessage("ended");
  tell("ended");
}

/** The server knows the session no more. Other tabs find out by themselves. */
export function sessionLost(): void {
  tell("lost");
}

export function onSession(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(event: SessionEvent): void {
  for (const listener of listeners) {
    listener(event);
  }
}
