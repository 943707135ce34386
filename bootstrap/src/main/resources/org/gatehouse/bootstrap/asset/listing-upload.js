/* Uploads: dropped or chosen files and folders, three at a time, each with a bar; nothing is overwritten unasked. */

import { credentials, keepCredentials, signIn } from "./listing-credentials.js";
import { announce, button, dialog, make, named, path, period, quoted, request, size, words, writeMethod, writes } from "./listing-page.js";
import { isHere, refresh } from "./listing-rows.js";

const AT_ONCE = 3;

const transfers = make("ul", { className: "transfers", "aria-label": "Uploads" });
const restCount = make("span");
const restCancel = button("Cancel these", "cancel-rest", "Cancel the uploads that are waiting");
restCancel.onclick = () => {
  waiting.length = 0;
  add([]);
};
const rest = make("p", { className: "rest", hidden: true }, restCount, restCancel);
const waiting = [];
let active = 0;
let finished = 0;
let failures = 0;
let answerForAll = null;
let refreshing = false;
let pause = 1000;
let lastQuestion = Promise.resolve();

class Transfer {
  constructor(file, name) {
    this.file = file;
    this.name = name;
    this.target = path + name.split("/").map(encodeURIComponent).join("/");
  }

  show() {
    this.bar = make("progress", { max: 1, value: 0, "aria-label": `Upload of ${this.name}` });
    this.figures = make("span", { className: "figures", textContent: "Waiting" });
    this.stop = button("Cancel", "cancel", `Cancel the upload of ${this.name}`);
    this.stop.onclick = () => this.cancel();
    this.item = make("li", {}, make("bdi", { className: "name", textContent: this.name }), this.bar, this.figures,
      make("span", { className: "buttons" }, this.stop));
    transfers.append(this.item);
  }

  cancel() {
    this.cancelled = true;
    if (this.xhr) this.xhr.abort();
  }

  /* Nothing is overwritten unasked: a new name is created only, a taken one replaced only as it was when asked. */
  async run() {
    this.show();
    let condition = isHere(this.name) ? await this.mayReplace() : ["If-None-Match", "*"];
    while (condition && !this.cancelled) {
      if (writes === "authenticated" && !credentials() && !(await signIn(this.target))) break;
      const answer = await this.send(condition);
      if (this.cancelled) break;
      if (answer.status === 412) {
        condition = await this.mayReplace();
      } else if (answer.status === 401 && writes === "authenticated") {
        keepCredentials(null);
      } else {
        this.end(answer);
        return;
      }
    }
    if (!this.ended) this.finish("cancelled", this.cancelled ? "Cancelled" : "Not uploaded");
  }

  /* The condition on which it may be written, or null where it may not. */
  async mayReplace() {
    const current = await request(this.target, { method: "HEAD" });
    if (current.redirected) {
      this.end({ status: 409 });
      return null;
    }
    if (current.status === 404) return ["If-None-Match", "*"];
    lastQuestion = lastQuestion.then(() => answerForAll || this.ask());
    /* What a GET would not give has no tag to be told, but it is there. */
    return (await lastQuestion) === "replace" ? ["If-Match", current.tag || "*"] : null;
  }

  async ask() {
    const all = make("input", { type: "checkbox" });
    const content = [named("A file ", this.name, " is here already. Replace it with yours?"),
      make("label", {}, all, " Do the same with all the others")];
    const chosen = await dialog(["Replace ", ...quoted(this.name), "?"], content, [["", "Skip"], ["replace", "Replace", "main"]]);
    if (all.checked) answerForAll = chosen || "skip";
    return chosen;
  }

  send([field, value]) {
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      this.xhr = xhr;
      this.replaces = field === "If-Match";
      this.began = performance.now();
      xhr.open(writeMethod, this.target);
      xhr.setRequestHeader(field, value);
      xhr.setRequestHeader("Content-Type", "application/octet-stream");
      if (credentials()) xhr.setRequestHeader("Authorization", credentials());
      xhr.upload.onprogress = (event) => this.progress(event.loaded);
      xhr.onload = () => resolve({ status: xhr.status, retryAfter: xhr.getResponseHeader("Retry-After") });
      xhr.onerror = () => resolve({ status: 0 });
      xhr.onabort = () => resolve({ status: -1 });
      xhr.send(this.file);
    });
  }

  progress(sent) {
    const now = performance.now();
    const total = this.file.size;
    this.bar.value = total > 0 ? sent / total : 1;
    if (sent < total && now - (this.told || 0) < 200) return;
    this.told = now;
    const speed = sent / Math.max(0.001, (now - this.began) / 1000);
    const left = speed > 0 && sent < total ? `, ${period((total - sent) / speed)} left` : "";
    this.figures.textContent = sent < total || total === 0 ? `${size(sent)} of ${size(total)}, ${size(speed)}/s${left}` : `${size(total)} sent, being stored`;
  }

  end({ status, retryAfter }) {
    if (status === 200 || status === 201) {
      finished++;
      this.bar.value = 1;
      this.finish("done", `${size(this.file.size)}, ${this.replaces ? "replaced" : "uploaded"}`);
      refreshSoon();
    } else {
      failures++;
      this.finish("failed", words(status, retryAfter));
      announce(`${this.name}: ${words(status, retryAfter)}`);
      const again = button("Try again", "again", `Try again to upload ${this.name}`);
      again.onclick = () => {
        failures--;
        this.item.remove();
        add([new Transfer(this.file, this.name)]);
      };
      this.stop.before(again);
    }
  }

  finish(state, text) {
    this.ended = true;
    this.item.dataset.state = state;
    this.figures.textContent = text;
    this.bar.hidden = state !== "done";
    this.stop.textContent = "Dismiss";
    this.stop.setAttribute("aria-label", `Dismiss ${this.name}`);
    this.stop.onclick = () => this.item.remove();
    const done = transfers.querySelectorAll("[data-state=done]");
    if (done.length > 5) done[0].remove();
  }
}

function add(more) {
  waiting.push(...more);
  while (active < AT_ONCE && waiting.length > 0) start(waiting.shift());
  rest.hidden = waiting.length === 0;
  restCount.textContent = `${waiting.length.toLocaleString("en")} more waiting `;
}

async function start(transfer) {
  active++;
  await transfer.run();
  active--;
  add([]);
  if (active > 0) return;
  answerForAll = null;
  if (finished > 0) announce(`${finished} uploaded${failures > 0 ? `, ${failures} failed` : ""}`);
  finished = 0;
  failures = 0;
  refreshSoon();
}

/* Shows what has come in, without asking for a long list again and again: the server has better things to do. */
async function refreshSoon() {
  if (refreshing) return;
  refreshing = true;
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, active > 0 ? pause : 0));
  refreshing = false;
  await refresh();
  pause = Math.max(1000, 5 * (performance.now() - began - pause));
}

const ofList = (files) => [...files].map((file) => new Transfer(file, file.webkitRelativePath || file.name));

/* The files below an entry of a drop, folder by folder: a browser gives the children a hundred at a time. */
async function* below(entry, prefix) {
  if (entry.isFile) {
    yield new Transfer(await new Promise((resolve, reject) => entry.file(resolve, reject)), prefix + entry.name);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const children = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (children.length === 0) return;
    for (const child of children) yield* below(child, `${prefix}${entry.name}/`);
  }
}

async function drop(data) {
  const items = [...data.items].filter((item) => item.kind === "file");
  const given = items.map((item) => (item.webkitGetAsEntry && item.webkitGetAsEntry()) || item.getAsFile());
  for (const each of given) {
    if (each instanceof File) add(ofList([each]));
    else for await (const transfer of below(each, "")) add([transfer]);
  }
}

export function prepareUploads(form) {
  const files = document.getElementById("files");
  const folders = make("input", { type: "file", id: "folders", multiple: true, webkitdirectory: true, tabIndex: -1, "aria-hidden": "true" });
  const pick = button("Choose a folder", "folder", "Choose a folder to upload");
  pick.onclick = () => folders.click();
  form.querySelector("label").textContent = "Choose files";
  form.prepend(make("p", { textContent: "Drop files or folders anywhere on this page, or" }));
  form.append(pick, folders);
  document.querySelector(".summary").before(form, transfers, rest);
  for (const input of [files, folders]) {
    input.addEventListener("change", () => {
      add(ofList(input.files));
      input.value = "";
    });
  }
  const carriesFiles = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    drop(event.dataTransfer);
  });
  addEventListener("beforeunload", (event) => { if (active > 0) event.preventDefault(); });
}
