import axios from "axios";
import { sessionLost } from "@/session/events.ts";

let running: Promise<boolean> | undefined;

/**
 * Renews the session by its refresh cookie. However many requests wait for it, it happens once. Other tabs that do the same at
 * the same moment get the same successor from the server.
 *
 * @returns whether there is a session now
 */
export function refresh(): Promise<boolean> {
  running ??= renew().finally(() => {
    running = undefined;
  });
  return running;
}

async function renew(): Promise<boolean> {
  try {
    await axios.post("/api/v1/session/refresh", {}, { timeout: 20_000, headers: { Accept: "application/json" } });
    return true;
  } catch (failure) {
    if (axios.isAxiosError(failure) && failure.response?.status === 401) {
      sessionLost();
    }
    return false;
  }
}
