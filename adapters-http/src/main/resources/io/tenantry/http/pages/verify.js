import { call, goToOutcome, say, sentence, takeToken } from "./call.js";
import { words } from "./words.js";

const ask = document.getElementById("ask");
const button = document.getElementById("verify");
const token = takeToken();

if (token) {
  ask.hidden = false;
  button.addEventListener("click", verify);
} else {
  say(words.incomplete, "failure");
}

async function verify() {
  button.disabled = true;
  say(words.moment, "");
  const answer = await call(`/api/auth/verify?token=${encodeURIComponent(token)}`, {
    headers: { Accept: "application/json" },
  });
  button.disabled = false;
  if (answer.ok) {
    finish(words.verified, "success");
  } else if (answer.refused) {
    finish(`${sentence(answer.message)} ${words.askVerification}`, "failure");
  } else {
    say(answer.message, "failure");
    button.focus();
  }
}

function finish(text, kind) {
  ask.hidden = true;
  say(text, kind);
  goToOutcome();
}
