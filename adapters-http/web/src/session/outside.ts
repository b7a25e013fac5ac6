const OUTSIDE = /^\/(login|register|verify|forgot|reset|confirm-email|invitations\/accept)?\/?$/;

/** Whether a page is for everybody: it goes on when a session ends, and nobody signs in to get there. */
export function isOutside(path: string): boolean {
  return OUTSIDE.test(path);
}
