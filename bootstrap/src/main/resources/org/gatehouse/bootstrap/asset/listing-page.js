/*
 * What all parts of the folder's page share: its data (told of in org.gatehouse.application.listing),
 * elements, words, dialogs, requests.
 */

const { path, writes, methods, delete: deletes } = document.body.dataset;
export { path, writes };
export const canDelete = deletes === "credentials";
/* A resource takes PUT; below /files/ a POST creates and overwrites. Both heed the same conditions. */
export const writeMethod = methods.split(", ").includes("PUT") ? "PUT" : "POST";

export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

export const button = (text, act, label) => make("button", { type: "button", textContent: text, "data-act": act, "aria-label": label });
export const named = (text, name, rest) => make("p", {}, text, make("bdi", { textContent: name }), rest);

export const announcer = make("p", { className: "unseen", role: "status" });
export const announce = (text) => { announcer.textContent = text; };

export function size(octets) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  while (octets >= 1023.5 && unit < units.length - 1) {
    octets /= 1024;
    unit++;
  }
  return `${octets.toFixed(unit > 0 && octets < 9.95 ? 1 : 0)} ${units[unit]}`;
}

export function period(seconds) {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

export const entries = (n) => (n === 1 ? "1 entry" : `${n.toLocaleString("en")} entries`);

export function words(status, retryAfter) {
  const later = retryAfter ? ` Try again in ${period(Number(retryAfter))}.` : " Try again later.";
  switch (status) {
    case 0: return "The connection broke before the server had answered.";
    case 400: return "The server cannot keep a file of this name.";
    case 401: return "The user name or the password is not right.";
    case 403: return "This may not be changed here.";
    case 404: return "It is not there any more.";
    case 405: return "Writing is switched off here.";
    case 409: return "There is a folder of this name, or a file where a folder is needed.";
    case 413: return "It is larger than this server takes.";
    case 415: return "The server does not take a file of this kind.";
    case 429: return "Too many wrong passwords." + later;
    case 503: return "The server is busy." + later;
    case 507: return "There is no room left on the server.";
    default: return `The server answered with status ${status}.`;
  }
}

/* Dialogs. Each gives the value of the button that closed it, and one is open at a time. */

let lastDialog = Promise.resolve();

export function dialog(title, content, buttons, properties = {}) {
  const opened = lastDialog.then(() => new Promise((resolve) => {
    const heading = make("h2", { id: "dialog-title" }, ...title);
    const row = make("div", { className: "buttons" }, ...buttons.map(([value, text, className = ""]) =>
      make("button", { value, textContent: text, className, type: value ? "submit" : "button", onclick: value ? null : () => box.close("") })));
    const box = make("dialog", { "aria-labelledby": "dialog-title", ...properties },
      make("form", { method: "dialog" }, heading, ...content, row));
    box.addEventListener("close", () => {
      box.remove();
      resolve(box.returnValue);
    });
    document.body.append(box);
    box.showModal();
  }));
  lastDialog = opened;
  return opened;
}

export const quoted = (name) => ["“", make("bdi", { textContent: name }), "”"];

/* A fetch that tells of a broken connection by status 0, and for which the browser asks nobody for a password. */
export async function request(target, options) {
  try {
    const response = await fetch(target, { credentials: "omit", cache: "no-store", ...options });
    const { status, headers, redirected } = response;
    return { status, retryAfter: headers.get("Retry-After"), tag: headers.get("ETag"), redirected };
  } catch (broken) {
    return { status: 0 };
  }
}
