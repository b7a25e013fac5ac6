// What the pages behind a mail's links share: the token, the call, and the line that says how it went.

import { ofServer, words } from "./words.js";

const PATIENCE = 15000; // milliseconds
const TOO_MANY = 429;

/** Reads the token and takes it out of the address bar, so that it stays in no history, bookmark or screenshot. */
export function takeToken() {
  const token = new URLSearchParams(location.search).get("token") ?? "";
  history.replaceState(null, "", location.pathname);
  return token;
}

/** Calls the API: {ok, refused, message, errors, body}. What is neither done nor refused may be tried again. */
export async function call(path, options) {
  try {
    const response = await fetch(path, {
      ...options,
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await outcome(response);
  } catch {
    return { ok: false, refused: false, message: words.noAnswer, errors: {}, body: {} };
  }
}

/** Posts JSON to the API. */
export function post(path, body, headers = {}) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function outcome(response) {
  const body = response.status === 204 ? {} : await response.json();
  const told = response.status < 500;
  const refused = !response.ok && told && response.status !== TOO_MANY;
  const message = told ? (body.message ?? body.detail) : words.trouble;
  const errors = Object.fromEntries(
    Object.entries(body.errors ?? {}).map(([field, error]) => [field, ofServer(error)]),
  );
  return { ok: response.ok, refused, message: ofServer(message ?? words.trouble), errors, body };
}

/** Says how it went, to eyes and to screen readers; kind is "success", "failure" or "". */
export function say(text, kind) {
  const status = document.getElementById("status");
  status.className = `status ${kind}`;
  status.textContent = text;
}

/** Lets nobody press the buttons of a part of the page while a call is under way. */
export function setBusy(part, busy) {
  for (const button of part.querySelectorAll("button")) {
    button.disabled = busy;
  }
}

/** Moves the keyboard's focus to the outcome, once what had it is gone. */
export function goToOutcome() {
  document.getElementById("status").focus();
}

/** The API's messages end with a full stop or without. */
export function sentence(message) {
  return message.replace(/\.?$/, ".");
}
