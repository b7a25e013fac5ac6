import { call, goToOutcome, say, sentence, takeToken } from "./call.js";

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
  say("The link is incomplete. Please open it from the mail once more.", "failure");
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
  say("One moment …", "");
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
    errors.password = `At least ${SHORTEST} characters, please`;
  }
  if (form.password.value !== form.confirmPassword.value) {
    errors.confirmPassword = "The two passwords differ";
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
    finish("Your password is changed. You can close this page and sign in with the new one.", "success");
  } else if (fixable) {
    mark(answer.errors);
  } else if (answer.refused) {
    finish(`${sentence(answer.message)} Please ask for a new mail to reset the password.`, "failure");
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
