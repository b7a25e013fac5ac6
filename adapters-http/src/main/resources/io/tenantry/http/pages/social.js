// The page to which a provider sends the browser back. What it brings is in the address; the token that shows that the visit
// was begun in this very window was put into sessionStorage by the page that began it: {browserToken, rememberMe?, link?}.

import { goToOutcome, post, say, sentence } from "./call.js";
import { askAgain } from "./second-step.js";
import { words } from "./words.js";

const KEPT = "tenantry.social";
const HOME = "/";
const WORD = /^[a-z_]{1,40}$/;
const brought = takeAddress();
const kept = takeKept();

begin();

/** Takes the code out of the address bar, so that it stays in no history, bookmark or screenshot. */
function takeAddress() {
  const query = new URLSearchParams(location.search);
  history.replaceState(null, "", location.pathname);
  return Object.fromEntries(["code", "state", "iss", "error"].map((name) => [name, query.get(name)]));
}

/** Serves once: a visit that has ended is begun anew. */
function takeKept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  } finally {
    sessionStorage.removeItem(KEPT);
  }
}

function begin() {
  if (kept.link) {
    document.getElementById("title").textContent = words.linking;
  }
  if (brought.error) {
    fail(refusal(brought.error));
  } else if (!kept.browserToken) {
    fail(words.notBegun);
  } else if (!brought.code || !brought.state) {
    fail(words.halfAnswer);
  } else {
    finish();
  }
}

/** Anybody can write this address: of its words only such are shown as the standard has. */
function refusal(error) {
  if (error === "access_denied") {
    return words.declined;
  }
  const word = WORD.test(error) ? ` (${error})` : "";
  return words.providerRefused(word);
}

async function finish() {
  say(words.moment, "");
  const visit = { state: brought.state, code: brought.code, iss: brought.iss, browserToken: kept.browserToken };
  if (kept.link) {
    tell(await post("/api/v1/me/identities/finish", visit));
  } else {
    const wish = { rememberMe: kept.rememberMe === true, session: "cookie" };
    tell(await post("/api/v1/session/social/finish", { ...visit, ...wish }));
  }
}

function tell(answer) {
  if (answer.ok) {
    goHome();
  } else if (answer.body.code === "mfa_required") {
    askAgain(answer.body, goHome);
  } else if (answer.errors.session) {
    fail(words.noCookies);
  } else {
    fail(`${sentence(answer.message)} ${words.beginAgain}`);
  }
}

/** The console's other tabs hear of it: they must not go on showing what belongs to somebody else. */
function goHome() {
  if (!kept.link) {
    new BroadcastChannel("tenantry.session").postMessage("started");
  }
  location.replace(HOME);
}

function fail(text) {
  say(text, "failure");
  goToOutcome();
}
