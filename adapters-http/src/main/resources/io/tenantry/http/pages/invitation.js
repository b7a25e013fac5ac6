// The page behind an invitation's link. The token goes to the server only when somebody wants to see the invitation; how to join
// then depends on who is signed in in this browser, and on whether the address has an account.

import { call, goToOutcome, post, say, sentence, setBusy, takeToken } from "./call.js";
import { askAgain, byPasskey, knowsPasskeys } from "./second-step.js";
import { words } from "./words.js";

const SHORTEST = 8; // code points, as the server counts
const part = (id) => document.getElementById(id);
const page = document.querySelector("main");
const token = takeToken();
let invitation = {};
let bearer = ""; // where the server cannot set cookies, and until the page is done

if (token) {
  part("closed").hidden = false;
  listen();
} else {
  say(words.incomplete, "failure");
}

function listen() {
  part("show").addEventListener("click", show);
  part("accept").addEventListener("click", () => accept({}));
  part("leave").addEventListener("click", leave);
  part("decline").addEventListener("click", decline);
  part("by-passkey").addEventListener("click", () => signIn(byPasskey));
  part("signin").addEventListener("submit", signInByPassword);
  part("newcomer").addEventListener("submit", join);
  for (const box of page.querySelectorAll("[data-shows]")) {
    box.addEventListener("change", () => {
      part(box.dataset.shows).type = box.checked ? "text" : "password";
    });
  }
}

async function show() {
  const answer = await busily(() => post("/api/v1/invitations/preview", { token }));
  if (answer.ok) {
    invitation = answer.body;
    describe();
    await offer();
  } else {
    refused(answer);
  }
}

function describe() {
  const { tenantName, email, role, expiresAt } = invitation;
  const until = new Date(expiresAt);
  part("tenant").textContent = tenantName;
  part("email").textContent = email;
  part("role").textContent = words.roles[role];
  part("until").textContent = until.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  part("closed").hidden = true;
  part("preview").hidden = false;
  part("refuse").hidden = false;
  for (const form of [part("signin"), part("newcomer")]) {
    form.username.value = email;
  }
}

/** Shows the one way to join that there is for who sits here. */
async function offer() {
  const me = await busily(whoIsHere);
  say("", "");
  if (me.ok && me.body.email !== invitation.email) {
    part("other").textContent = me.body.email;
    way("stranger");
  } else if (me.ok) {
    way("join");
  } else if (invitation.accountExists) {
    part("by-passkey").hidden = !knowsPasskeys();
    way("signin");
  } else {
    way("newcomer");
  }
}

/** By the cookies of this browser; they are renewed if need be, or removed if they are over. */
async function whoIsHere() {
  const me = await call("/api/v1/me", { headers: { Accept: "application/json" } });
  if (me.ok || !me.refused) {
    return me;
  }
  const renewed = await post("/api/v1/session/refresh", {});
  return renewed.ok ? call("/api/v1/me", { headers: { Accept: "application/json" } }) : renewed;
}

function way(id) {
  for (const other of page.querySelectorAll(".way")) {
    other.hidden = other.id !== id;
  }
  part(id).querySelector("input:not([hidden]), button")?.focus();
}

async function leave() {
  const answer = await busily(() => call("/api/v1/session", { method: "DELETE", headers: { Accept: "application/json" } }));
  if (answer.ok || answer.refused) {
    await offer();
  } else {
    failed(answer);
  }
}

function signInByPassword(event) {
  event.preventDefault();
  const password = part("signin").password.value;
  mark(part("signin"), { password: password ? "" : words.needed });
  if (password) {
    signIn((asked) => post("/api/v1/session", { ...asked, email: invitation.email, password }));
  }
}

async function signIn(first) {
  const answer = await busily(() => withCookies(first));
  if (answer.ok) {
    signedIn(answer);
  } else if (answer.body.code === "mfa_required") {
    way("second");
    askAgain(answer.body, signedIn);
  } else {
    failed(answer);
  }
}

/** Whoever signed in by another account's passkey is asked to sign out. */
async function signedIn(answer) {
  bearer = answer.body.accessToken ?? "";
  if (answer.body.user.email === invitation.email) {
    await accept({});
  } else {
    part("other").textContent = answer.body.user.email;
    way("stranger");
  }
}

function join(event) {
  event.preventDefault();
  const form = part("newcomer");
  const short = [...form.password.value].length < SHORTEST;
  mark(form, { password: short ? words.tooShort : "" });
  if (!short) {
    accept({
      firstName: form.firstName.value,
      lastName: form.lastName.value,
      password: form.password.value,
    });
  }
}

async function accept(newcomer) {
  const headers = bearer ? { Authorization: `Bearer ${bearer}` } : {};
  const body = { ...newcomer, token };
  const answer = await busily(() =>
    withCookies((asked) => post("/api/v1/invitations/accept", { ...asked, ...body }, headers)),
  );
  const form = part("newcomer");
  if (answer.ok) {
    await endUnkept(answer.body.accessToken);
    finish(words.joined(invitation.tenantName), "success");
  } else if (["password", "firstName", "lastName"].some((field) => answer.errors[field])) {
    say("", "");
    mark(form, answer.errors);
  } else if (answer.body.code === "account_exists") {
    invitation.accountExists = true;
    await offer();
  } else {
    refused(answer);
  }
}

/** Cookies are asked for; where the server may not set any, the tokens come in the answer, and serve this page alone. */
async function withCookies(step) {
  const answer = await step({ session: "cookie" });
  return answer.errors.session ? step({}) : answer;
}

async function endUnkept(accessToken) {
  if (accessToken) {
    await call("/api/v1/session", { method: "DELETE", headers: { Authorization: `Bearer ${accessToken}` } });
  }
}

async function decline() {
  const answer = await busily(() => post("/api/v1/invitations/decline", { token }));
  if (answer.ok) {
    finish(words.refusedIt, "success");
  } else {
    refused(answer);
  }
}

async function busily(step) {
  setBusy(page, true);
  say(words.moment, "");
  const answer = await step();
  setBusy(page, false);
  return answer;
}

function mark(form, errors) {
  const fields = [...form.elements].filter((field) => field.name && field.name !== "username");
  for (const field of fields) {
    const error = errors[field.name];
    field.setAttribute("aria-invalid", error ? "true" : "false");
    part(`${field.id}-error`).textContent = error ?? "";
  }
  fields.find((field) => errors[field.name])?.focus();
}

/** A link that does not work any more ends it; whatever else went wrong may be tried again. */
function refused(answer) {
  if (answer.body.code === "invalid_token") {
    finish(`${sentence(answer.message)} ${words.askInvitation}`, "failure");
  } else {
    failed(answer);
  }
}

function failed(answer) {
  say(sentence(answer.message), "failure");
  goToOutcome();
}

function finish(text, kind) {
  for (const shown of page.querySelectorAll("section, form")) {
    shown.hidden = true;
  }
  say(text, kind);
  goToOutcome();
}
