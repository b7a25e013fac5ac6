import { call, goToOutcome, say, sentence, takeToken } from "./call.js";
import { words } from "./words.js";

const SHORTEST = 8; // code points, as the server counts
const form = document.getElementById("reset");
const button = form.querySelector("button");
const fields = [form.password, form.confirmPassword];
const token = takeToken();

if (token) {
  form.hidden = false;
  form.addEventListener("submit", submit);
  document.getElementById("show").addEventListener("change", show);
  form.password.focus();
} else {
  say(words.incomplete, "failure");
}

function show(event) {
  for (const field of fields) {
    field.type = event.target.checked ? "text" : "password";
  }
}

async function submit(event) {
  event.preventDefault();
  const errors = problems();
  mark(errors);
  if (Object.keys(errors).length > 0) {
    return;
  }
  button.disabled = true;
  say(words.moment, "");
  const answer = await call("/api/auth/reset", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({
      token,
      password: form.password.value,
      confirmPassword: form.confirmPassword.value,
    }),
  });
  button.disabled = false;
  tell(answer);
}

function problems() {
  const errors = {};
  if ([...form.password.value].length < SHORTEST) {
    errors.password = words.tooShort;
  }
  if (form.password.value !== form.confirmPassword.value) {
    errors.confirmPassword = words.differ;
  }
  return errors;
}

function mark(errors) {
  say("", "");
  for (const field of fields) {
    const error = errors[field.name];
    field.setAttribute("aria-invalid", error ? "true" : "false");
    document.getElementById(`${field.name}-error`).textContent = error ?? "";
  }
  fields.find((field) => errors[field.name])?.focus();
}

function tell(answer) {
  const fixable = fields.some((field) => answer.errors[field.name]);
  if (answer.ok) {
    finish(words.passwordChanged, "success");
  } else if (fixable) {
    mark(answer.errors);
  } else if (answer.refused) {
    finish(`${sentence(answer.message)} ${words.askReset}`, "failure");
  } else {
    say(answer.message, "failure");
    button.focus();
  }
}

function finish(text, kind) {
  form.reset();
  form.hidden = true;
  say(text, kind);
  goToOutcome();
}
