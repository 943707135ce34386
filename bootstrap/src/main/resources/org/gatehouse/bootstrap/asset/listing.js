/* The page of a folder, made quicker. What the page can do without a script, it goes on doing. */

import { remove } from "./listing-delete.js";
import { announcer, make } from "./listing-page.js";
import { preview } from "./listing-preview.js";
import { filter, head, isComplete, read, refresh, search, shown, sort, tbody, walk } from "./listing-rows.js";
import { prepareUploads } from "./listing-upload.js";

document.body.append(announcer);
head.append(make("th", { scope: "col", className: "actions" }, make("span", { className: "unseen", textContent: "Actions" })));
search.placeholder = isComplete() ? "Search in this folder ( / )" : "Search in this folder, then press Enter";
const form = document.querySelector("form.upload");
if (form) prepareUploads(form);
read();

head.addEventListener("click", (event) => {
  const column = event.target.closest("th[data-key]");
  if (!column || !isComplete() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  sort(column.dataset.key, column.getAttribute("aria-sort") === "ascending");
});
tbody.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (!pressed) return;
  const row = pressed.closest("tr");
  if (pressed.dataset.act === "preview") preview(row, shown());
  else remove(row);
});
search.addEventListener("input", () => { if (isComplete()) filter(); });
search.form.addEventListener("submit", (event) => { if (isComplete()) event.preventDefault(); });
document.addEventListener("keydown", (event) => {
  if (!document.querySelector("dialog[open]") && !event.ctrlKey && !event.metaKey && !event.altKey) walk(event);
});

/* A page that came searched holds the found rows only; the rest is fetched, so that the search can change. */
if (search.value) {
  const order = new URLSearchParams(location.search);
  order.delete("q");
  refresh("?" + order);
}
document.documentElement.classList.add("quick");
