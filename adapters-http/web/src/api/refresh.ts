import axios from "axios";
import { sessionLost } from "@/session/events.ts";

let running: Promise<void> | undefined;

/**
 * Renews the session by its refresh cookie. However many requests wait for it, it happens once. Other tabs that do the same at
 * the same moment get the same successor from the server.
 *
 * @throws AxiosError if there is no session any more, or it may not go on: its organization is suspended, say
 */
export function refresh(): Promise<void> {
  running ??= renew().finally(() => {
    running = undefined;
  });
  return running;
}

async function renew(): Promise<void> {
  try {
    await axios.post("/api/v1/session/refresh", {}, { timeout: 20_000, headers: { Accept: "application/json" } });
  } catch (failure) {
    if (axios.isAxiosError(failure) && failure.response?.status === 401) {
      sessionLost();
    }
    throw failure;
  }
}
