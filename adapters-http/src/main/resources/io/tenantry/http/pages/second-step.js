// The second step of a sign-in, for every page that has the form for it. How the tokens get here was said at the first step.

import { post, say, sentence, setBusy } from "./call.js";
import { words } from "./words.js";

const form = document.getElementById("second");
const passkeyButton = document.getElementById("passkey");

/** Asks for a code or passkey, and calls done with the answer that lets in. */
export function askAgain({ mfaToken, methods }, done) {
  say("", "");
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    secondStep(() => post("/api/v1/session/mfa", { mfaToken, code: form.code.value }), done);
  };
  passkeyButton.hidden = !(methods.includes("passkey") && knowsPasskeys());
  passkeyButton.onclick = () => secondStep(() => byPasskey({ mfaToken }), done);
  form.code.focus();
}

/** Whether this browser can show a passkey. */
export function knowsPasskeys() {
  return Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);
}

/** Signs in by passkey; what is asked for goes along with both calls. */
export async function byPasskey(asked) {
  const { mfaToken } = asked;
  const started = await post("/api/v1/session/passkey/options", mfaToken ? { mfaToken } : {});
  if (!started.ok) {
    return started;
  }
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(started.body.publicKey);
    const credential = (await navigator.credentials.get({ publicKey })).toJSON();
    return await post("/api/v1/session/passkey", { ...asked, ceremony: started.body.ceremony, credential });
  } catch {
    return { ok: false, refused: true, message: words.noPasskey, errors: {}, body: {} };
  }
}

async function secondStep(step, done) {
  setBusy(form, true);
  say(words.moment, "");
  const answer = await step();
  setBusy(form, false);
  if (answer.ok) {
    done(answer);
  } else {
    say(sentence(answer.message), "failure");
    form.code.select();
  }
}
