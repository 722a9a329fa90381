// The options page: a form, a preview that follows it, and the code to copy. A file of offers that is dropped is read in this
// page, shown in the preview and packed into the files to upload; nothing is sent.

import { pack, saved } from "./packing.js";

const form = document.querySelector("#options");
const at = (id) => document.querySelector(`#${id}`);
/** The demo's day. */
const TODAY = "2027-03-01";
let offers;

/** The attributes that differ from what the widget does without them. */
function attributes() {
  const value = (name) => form.elements[name].value.trim();
  const all = { src: value("src"), lang: value("lang"), theme: value("theme"), heading: value("heading"), "max-results": value("max-results"), partner: value("partner"), origin: value("origin") };
  if (all.theme === "light") delete all.theme;
  if (all["max-results"] === "10") delete all["max-results"];
  for (const name of ["adviser", "remember"]) if (form.elements[name].checked) all[name] = "";
  return Object.fromEntries(Object.entries(all).filter(([name, text]) => text !== "" || name === "adviser" || name === "remember"));
}

/** The variables that differ from the defaults. */
function variables() {
  const found = { "--job-match-accent": form.elements.accent.value, "--job-match-on-accent": form.elements["on-accent"].value, "--job-match-radius": `${form.elements.radius.value}px` };
  const defaults = { "--job-match-accent": "#1f5fbf", "--job-match-on-accent": "#ffffff", "--job-match-radius": "12px" };
  return Object.entries(found).filter(([name, text]) => text !== defaults[name]);
}

const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function code() {
  const all = attributes();
  if (form.elements.delivery.value === "frame") {
    const query = new URLSearchParams(all);
    return `<iframe data-job-match title="Recherche d’offres" width="100%" height="900"\n  src="https://widget.example/frame.html?${quoted(String(query))}"></iframe>\n<script src="https://widget.example/host.js"></script>`;
  }
  const tag = Object.entries(all).map(([name, text]) => (text === "" ? name : `${name}="${quoted(text)}"`)).join(" ");
  const style = variables().map(([name, text]) => `${name}: ${text}`).join("; ");
  const script = form.elements.delivery.value === "single"
    ? '<script type="module" crossorigin="anonymous"\n  src="https://cdn.example/job-match.single.js" integrity="sha384-…"></script>'
    : '<script type="module" src="/widget/job-match.js"></script>';
  return `${script}\n${style && `<style>job-match { ${style} }</style>\n`}<job-match ${tag}>\n  <a href="/offres">Voir toutes les offres</a>\n</job-match>`;
}

/** Contrast of two colours by WCAG's formula. */
function contrast(one, other) {
  const light = (colour) => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function tellContrast() {
  const { accent, "on-accent": on } = form.elements;
  const surface = form.elements.theme.value === "dark" ? "#1b2230" : "#ffffff";
  const worst = Math.min(contrast(accent.value, on.value), contrast(accent.value, surface));
  at("contrast").textContent = `Contraste ${worst.toLocaleString("fr", { maximumFractionDigits: 1 })} : 1 – ${worst >= 4.5 ? "suffisant" : "insuffisant, il faut 4,5 : 1"}`;
  at("contrast").classList.toggle("bad", worst < 4.5);
}

let later;

function show() {
  at("code").textContent = code();
  tellContrast();
  clearTimeout(later);
  later = setTimeout(() => {
    const widget = document.createElement("job-match");
    widget.setAttribute("as-of", TODAY);
    for (const [name, text] of Object.entries(attributes())) widget.setAttribute(name, text);
    for (const [name, text] of variables()) widget.style.setProperty(name, text);
    if (offers) widget.offers = offers;
    at("preview").replaceChildren(widget);
  }, 250);
}

async function take(file) {
  const text = await file.text();
  try {
    const records = /^\s*\[/.test(text) ? JSON.parse(text) : text.trim().split("\n").map((line) => JSON.parse(line));
    if (!records.every((record) => typeof record?.id === "string")) throw new Error("chaque offre a besoin d’un id");
    offers = records;
    at("packing").textContent = `${records.length} offres lues ; elles sont dans l’aperçu.`;
    show();
    const { files, report } = await pack(records, form.elements.src.value, TODAY);
    at("packing").textContent = `${report.offers} offres préparées, ${report.rejected} refusées, ${report.past} passées. Mettez ces fichiers dans un dossier de votre site, entry.json en dernier :`;
    at("files").replaceChildren(...files.map((file) => {
      const item = document.createElement("li");
      item.append(saved(file));
      return item;
    }));
  } catch (fault) {
    at("packing").textContent = `Ce fichier ne peut pas être lu : ${fault.message}`;
  }
}

form.addEventListener("input", (event) => event.target.type !== "file" && show());
form.addEventListener("submit", (event) => event.preventDefault());
at("file").addEventListener("change", ({ target }) => target.files[0] && take(target.files[0]));
at("drop").addEventListener("dragover", (event) => event.preventDefault());
at("drop").addEventListener("drop", (event) => (event.preventDefault(), event.dataTransfer.files[0] && take(event.dataTransfer.files[0])));
at("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(code());
  at("copied").textContent = "Copié";
});
show();
