/* Pictures, sound, films and text, shown without leaving the page. */

import { button, make, size, words } from "./listing-page.js";

const PREVIEWED_TEXT = 256 * 1024;

const KINDS = {
  image: "png jpg jpeg gif webp avif svg bmp ico",
  audio: "mp3 ogg oga opus wav flac aac m4a weba",
  video: "mp4 m4v webm ogv mov",
  text: "txt log conf ini properties md csv tsv json geojson xml yaml yml toml css js mjs html htm sql java py c h sh ics vtt",
};
const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, all]) => all.split(" ").map((extension) => [extension, kind])));

export const kindOf = (name) => (/\.[^.]+$/.test(name) ? KIND_OF.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase()) : undefined);

async function text(href) {
  const response = await fetch(href, { headers: { Range: `bytes=0-${PREVIEWED_TEXT - 1}` } });
  if (!response.ok) throw new Error(words(response.status));
  const total = Number((response.headers.get("Content-Range") || "").split("/")[1] || 0);
  const content = await response.text();
  return total > PREVIEWED_TEXT ? `${content}\n\n… the first ${size(PREVIEWED_TEXT)} of ${size(total)}` : content;
}

async function show(each, content, title, save) {
  const href = each.row.querySelector("a").href;
  const kind = kindOf(each.name);
  title.textContent = each.name;
  save.href = href + "?download";
  const failed = () => content.replaceChildren(make("p", { textContent: "This cannot be shown here." }));
  if (kind === "text") {
    const pre = make("pre", { tabIndex: 0 });
    pre.textContent = each.size > 0 ? await text(href).catch((broken) => broken.message) : "";
    if (title.textContent === each.name) content.replaceChildren(pre);
  } else if (kind === "image") {
    content.replaceChildren(make("img", { src: href, alt: each.name, onerror: failed }));
  } else {
    content.replaceChildren(make(kind, { src: href, controls: true, onerror: failed, "aria-label": each.name }));
  }
}

/* Shows a row, and by the arrow keys the others that can be shown. */
export function preview(row, rows) {
  const all = rows.filter((each) => !each.folder && kindOf(each.name));
  let at = all.findIndex((each) => each.row === row);
  const title = make("h2", { id: "preview-title" });
  const content = make("div", { className: "content" });
  const save = make("a", { textContent: "Download" });
  const close = button("Close", "close", "Close the preview");
  const previous = button("←", "previous", "Previous");
  const next = button("→", "next", "Next");
  const step = (by) => {
    at = (at + by + all.length) % all.length;
    show(all[at], content, title, save);
  };
  const box = make("dialog", { className: "preview", "aria-labelledby": "preview-title" },
    make("header", {}, title, save, previous, next, close), content);
  previous.onclick = () => step(-1);
  next.onclick = () => step(1);
  close.onclick = () => box.close();
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.target.closest("audio, video, pre")) return;
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  close.focus();
  step(0);
}
