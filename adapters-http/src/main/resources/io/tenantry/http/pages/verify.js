import { call, goToOutcome, say, sentence, takeToken } from "./call.js";

const ask = document.getElementById("ask");
const button = document.getElementById("verify");
const token = takeToken();

if (token) {
  ask.hidden = false;
  button.addEventListener("click", verify);
} else {
  say("The link is incomplete. Please open it from the mail once more.", "failure");
}

async function verify() {
  button.disabled = true;
  say("One moment …", "");
  const answer = await call(`/api/auth/verify?token=${encodeURIComponent(token)}`, {
    headers: { Accept: "application/json" },
  });
  button.disabled = false;
  if (answer.ok) {
    finish("Your e-mail address is verified. You can close this page and sign in.", "success");
  } else if (answer.refused) {
    finish(`${sentence(answer.message)} Please ask for a new verification mail.`, "failure");
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
