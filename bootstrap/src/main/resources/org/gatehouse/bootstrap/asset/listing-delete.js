/* Deleting, for those who may and mean it. */

import { credentialFields, credentials, keepCredentials } from "./listing-credentials.js";
import { announce, dialog, make, quoted, request, words } from "./listing-page.js";
import { nameOf, refresh } from "./listing-rows.js";

export async function remove(row) {
  const name = nameOf(row);
  const target = row.querySelector("a").href;
  for (let note = "";;) {
    const { fields, header } = credentialFields(note);
    const content = [make("p", { textContent: "This cannot be undone." }), ...(credentials() ? [] : fields)];
    const chosen = await dialog(["Delete ", ...quoted(name), "?"], content, [["", "Cancel"], ["delete", "Delete", "grave"]]);
    if (!chosen) return;
    const presented = credentials() || header();
    const response = await request(target, { method: "DELETE", headers: { Authorization: presented } });
    if (response.status !== 429) keepCredentials(response.status === 401 ? null : presented);
    if (response.status === 200 || response.status === 404) {
      announce(`${name} is deleted`);
      await refresh();
      return;
    }
    note = words(response.status, response.retryAfter);
    if (response.status !== 401 && response.status !== 429) {
      await dialog(["It was not deleted"], [make("p", { textContent: note })], [["", "Close"]]);
      return;
    }
  }
}
