import { call, goToOutcome, say, sentence, takeToken } from "./call.js";
import { words } from "./words.js";

const ask = document.getElementById("ask");
const button = document.getElementById("confirm");
const token = takeToken();

if (token) {
  ask.hidden = false;
  button.addEventListener("click", confirm);
} else {
  say(words.incomplete, "failure");
}

async function confirm() {
  button.disabled = true;
  say(words.moment, "");
  const answer = await call("/api/v1/me/email/confirm", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ token }),
  });
  button.disabled = false;
  if (answer.ok) {
    finish(words.confirmed, "success");
  } else if (answer.refused) {
    finish(`${sentence(answer.message)} ${words.askChange}`, "failure");
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
