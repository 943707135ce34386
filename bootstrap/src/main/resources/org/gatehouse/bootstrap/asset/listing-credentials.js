/* Who the user is: kept in memory only, and forgotten with the page. */

import { dialog, make, request, words, writeMethod } from "./listing-page.js";

let held = null;

/* The value for Authorization, or null. */
export const credentials = () => held;
export const keepCredentials = (value) => { held = value; };

let signingIn = null;

/* Fields for a dialog, and the value for Authorization that they make. */
export function credentialFields(note) {
  const user = make("input", { type: "text", autocomplete: "username", required: true, autofocus: true });
  const password = make("input", { type: "password", autocomplete: "current-password", required: true });
  const header = () => {
    const octets = new TextEncoder().encode(`${user.value}:${password.value}`);
    return "Basic " + btoa(String.fromCharCode(...octets));
  };
  const fields = [make("label", {}, "User name", user), make("label", {}, "Password", password)];
  if (note) fields.unshift(make("p", { className: "wrong", role: "alert", textContent: note }));
  return { fields, header };
}

/* Asks until the server accepts: a write on a condition that cannot hold is refused after the credentials are judged. */
async function askToSignIn(target) {
  for (let note = "";;) {
    const { fields, header } = credentialFields(note);
    const chosen = await dialog(["Sign in to upload"], fields, [["", "Cancel"], ["go", "Sign in", "main"]]);
    if (!chosen) return false;
    const response = await request(target, { method: writeMethod, headers: { Authorization: header(), "If-Match": "\"-\"" }, body: "" });
    if (response.status === 412) {
      held = header();
      return true;
    }
    note = words(response.status, response.retryAfter);
  }
}

/* Whether the user could say who may write this; several who ask at once share the question. */
export function signIn(target) {
  signingIn = signingIn || askToSignIn(target).finally(() => { signingIn = null; });
  return signingIn;
}
