const OF_SERVER = /^\/(api|oauth|docs|problems|pages|assets|health|metrics|social|\.well-known)(\/|$)/;

/**
 * A place of the console's own to go to, or nothing: whatever else an address bar proposes, another host's page above all, is
 * not gone to.
 */
export function safePath(proposed: string | undefined): string | undefined {
  if (proposed?.startsWith("/") !== true || !URL.canParse(proposed, location.origin)) {
    return undefined;
  }
  const url = new URL(proposed, location.origin);
  if (url.origin !== location.origin || OF_SERVER.test(url.pathname) || url.pathname.startsWith("//")) {
    return undefined;
  }
  return url.pathname + url.search;
}
