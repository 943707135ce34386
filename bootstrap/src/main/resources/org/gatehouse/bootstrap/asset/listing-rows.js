/*
 * The rows: sorted, searched and walked through in place, and taken over anew from the server. Of those that are found
 * only as many are in the page as a user has scrolled to: a table of ten thousand would take seconds to lay out.
 */

import { announce, button, canDelete, entries, make, size } from "./listing-page.js";
import { kindOf } from "./listing-preview.js";

const STEP = 250;

const table = document.querySelector("table.listing");
export const tbody = table.tBodies[0];
export const head = table.tHead.rows[0];
const summary = document.querySelector(".summary");
export const search = document.getElementById("q");
const empty = make("p", { className: "empty", hidden: true });
const end = make("div");
table.after(empty, end);

let rows = [];
let names = new Set();
let found = [];

/* Of a folder with too many entries the page shows the first; then sorting and searching stay with the server. */
export const isComplete = () => summary.dataset.complete === "true";
export const nameOf = (row) => row.querySelector("bdi").textContent;

/* Whether something of this name was here when the page was made. */
export const isHere = (name) => names.has(name);

/* The rows that the search finds, in order. */
export const shown = () => found;

/* Takes over the rows of a page. */
export function read(body = tbody) {
  rows = [...body.rows].map((row) => {
    const name = nameOf(row);
    const { kind, size: octets } = row.dataset;
    return { row, name, folded: name.toLowerCase(), folder: kind === "folder", size: Number(octets || 0), time: row.querySelector("time").dateTime };
  });
  names = new Set(rows.map((each) => each.name.replace(/\/$/, "")));
  filter();
}

/* A row as it is shown: the time to the minute, and what can be done. */
function dressed({ row, name, folder }) {
  if (row.cells.length > 3) return row;
  const time = row.querySelector("time");
  time.title = time.textContent;
  time.textContent = time.textContent.slice(0, 16);
  const cell = make("td", { className: "actions" });
  if (!folder && kindOf(name)) cell.append(button("Preview", "preview", `Preview ${name}`));
  if (!folder && canDelete) cell.append(button("Delete", "delete", `Delete ${name}`));
  row.append(cell);
  return row;
}

/* Puts the first rows into the page, and keeps the focus where it was. */
function render() {
  const active = tbody.contains(document.activeElement) ? document.activeElement.closest("tr").querySelector("a").href : null;
  tbody.replaceChildren(...found.slice(0, STEP).map(dressed));
  const link = active && links().find((each) => each.href === active);
  if (link) link.focus();
}

function renderMore() {
  const there = tbody.rows.length;
  tbody.append(...found.slice(there, there + STEP).map(dressed));
}

new IntersectionObserver((seen) => { if (seen[0].isIntersecting) renderMore(); }, { rootMargin: "1500px" }).observe(end);

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export function sort(key, descending) {
  const sign = descending ? -1 : 1;
  rows.sort((a, b) => b.folder - a.folder || sign * compare(a[key], b[key]) || compare(a.name, b.name));
  filter();
  for (const column of head.querySelectorAll("th[data-key]")) {
    const isKey = column.dataset.key === key;
    if (isKey) column.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else column.removeAttribute("aria-sort");
    column.querySelector("a").href = `?sort=${column.dataset.key}&order=${isKey && !descending ? "desc" : "asc"}`;
  }
  const order = descending ? "desc" : "asc";
  history.replaceState(null, "", `?sort=${key}&order=${order}`);
  search.form.elements.sort.value = key;
  search.form.elements.order.value = order;
  announce(`Sorted by ${key}, ${order}ending`);
}

export function filter() {
  const wanted = isComplete() ? search.value.toLowerCase() : "";
  found = wanted ? rows.filter((each) => each.folded.includes(wanted)) : rows;
  render();
  if (!isComplete()) return;
  const octets = found.reduce((sum, each) => sum + each.size, 0);
  const text = wanted ? `${found.length.toLocaleString("en")} of ${entries(rows.length)}` : entries(rows.length);
  summary.textContent = octets > 0 ? `${text}, ${size(octets)}` : text;
  empty.hidden = found.length > 0;
  table.hidden = rows.length === 0;
  const invitation = document.querySelector("form.upload") ? " Drop files here to fill it." : "";
  empty.textContent = rows.length > 0 ? "No name here contains this." : "This folder is empty." + invitation;
}

const links = () => [...tbody.querySelectorAll("th a")];

/* The keys: / searches, arrows walk, Enter opens, and Escape ends a search. */
export function walk(event) {
  const { activeElement } = document;
  const all = links();
  const here = all.indexOf(activeElement);
  const inSearch = activeElement === search;
  if (event.key === "Enter" && inSearch && search.value && isComplete()) {
    event.preventDefault();
    if (all[0]) all[0].click();
  } else if (event.key === "Escape" && inSearch) {
    search.value = "";
    filter();
  } else if (event.key === "/" && activeElement.tagName !== "INPUT") {
    event.preventDefault();
    search.select();
    search.focus();
  } else if (here >= 0 ? /^(ArrowDown|ArrowUp|Home|End)$/.test(event.key) : event.key === "ArrowDown" && (inSearch || activeElement === document.body)) {
    event.preventDefault();
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to < 0) search.focus();
    else if (all[to]) all[to].focus();
  }
}

/* The page anew, of which the rows are taken over: names come as text from the server's own escaping. */
export async function refresh(query = location.search) {
  const options = { headers: { Accept: "text/html" }, cache: "no-cache" };
  const response = await fetch(location.pathname + query, options).catch(() => ({ ok: false }));
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector(".summary");
  summary.textContent = fresh.textContent;
  summary.dataset.complete = fresh.dataset.complete;
  read(page.querySelector("table.listing tbody"));
}
