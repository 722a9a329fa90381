// The main journey in Chromium, Firefox and WebKit: `node matcher-wasm/tests/browser/elsewhere.mjs` with Debian's firefox-esr,
// webkit2gtk-driver and xvfb. By keyboard in French and by mouse in German; each browser has to show, explain and save what Chromium
// does, to the letter. It is no step of `check`, whose browser is Chromium.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { DRIVERS } from "./drivers.mjs";
import { html, packed, widget, words } from "./harness.mjs";
import { serve } from "./server.mjs";

/** What the page complains of, where the driver does not tell. */
const listen = `<script>globalThis.complaints = [];
  for (const name of ["error", "unhandledrejection", "securitypolicyviolation"]) addEventListener(name, (event) => complaints.push(name + " " + (event.message ?? event.reason ?? event.violatedDirective)));</script>`;
const page = (lang) => ({ html: html({ lang, head: listen, attributes: { adviser: true } }) });
const server = await serve({ folders: { "/widget/": widget, "/demo/": packed() }, pages: { "/fr": page("fr"), "/de": page("de") } });

const PATIENCE = Number(process.env.PATIENCE ?? 120_000);

/** One visit; returns what a visitor saw and got. */
async function journey(browser, lang, byMouse) {
  const t = await words(lang);
  const until = async (what, ...args) => {
    for (const begun = Date.now(); Date.now() - begun < PATIENCE; await pause(50)) {
      const value = await browser.run(what, ...args);
      if (value) return value;
    }
    throw new Error(`never: ${what} ${args}`);
  };
  const there = (selector, least = 1) => until((wanted, count) => document.querySelector("job-match")?.shadowRoot?.querySelectorAll(wanted).length >= count, selector, least);
  /** The first button or summary whose name begins so. */
  const named = (name, within) => [...document.querySelector("job-match").shadowRoot.querySelectorAll(`${within} button, ${within} summary`)]
    .find((element) => element.offsetParent && (element.getAttribute("aria-label") ?? element.textContent).trim().startsWith(name));
  const press = async (name, within = "") => {
    await until(`(...args) => Boolean((${named})(...args))`, name, within);
    const element = await browser.find(named, name, within);
    if (byMouse) return browser.click(element);
    await browser.run(`(...args) => (${named})(...args).focus()`, name, within);
    return browser.press("Enter");
  };
  const field = (path) => document.querySelector("job-match").shadowRoot.querySelector(`[data-field=${path}]`);
  const option = (path) => document.querySelector("job-match").shadowRoot.querySelector(`[data-field=${path}]`).closest(".combobox").querySelector("[role=option]");

  await browser.open(`${server.address}/${lang}`);
  await there(".card");
  for (const [path, text] of [["wishes", { fr: "développeur w", de: "softwareent" }[lang]], ["skills", "javascr"], ["home", "Metz"]]) {
    if (byMouse) await browser.click(await browser.find(field, path));
    else await browser.run(`(path) => (${field})(path).focus()`, path);
    await browser.type(text);
    await until(`(path) => (${field})(path).getAttribute("aria-expanded") === "true"`, path);
    // Those of the last letter are there too.
    await pause(500);
    if (byMouse) {
      await browser.click(await browser.find(option, path));
    } else {
      await browser.press("ArrowDown");
      await browser.press("Enter");
    }
    await until(`(path) => (${field})(path).value === ""`, path);
  }
  await there(".card .score");
  await press(t("widget.show"));
  await there(".results > .list > li", 10);
  // The answer to that press is there too, and what follows it.
  await pause(500);
  await there(".results[aria-busy=false] .advice:not([hidden])");
  await press(t("ui.why"), ".card");
  await there(".criterion");
  await press(t("widget.card.keep"), ".card");
  await press(t("widget.map"));
  await there(".map svg");
  await press(t("widget.save"));
  const saved = await browser.saved();
  const seen = await browser.run(() => {
    const { shadowRoot: root, value } = document.querySelector("job-match");
    const texts = (selector) => [...root.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());
    return { value, summary: texts(".summary"), cards: texts(".results > .list > li"), advice: texts(".advice"), map: texts(".map figcaption"), dots: root.querySelectorAll(".map .dot").length };
  });
  if (process.env.PICTURES) await browser.picture(`${process.env.PICTURES}/${browser.version.replace(/\W+/g, "-")}-${lang}.png`);
  await press(t("widget.send"));
  await there("dialog[open] .sheet");
  const sheet = await browser.run(() => document.querySelector("job-match").shadowRoot.querySelector("dialog .sheet").textContent);
  await press(t("widget.cancel"), "dialog");
  await press(t("widget.erase"));
  await press(t("widget.erase.now"), "dialog");
  await until(() => Object.keys(document.querySelector("job-match").profile).length === 1);
  const { errors, kept, left } = await browser.run(() => ({ errors: globalThis.complaints, kept: { ...localStorage }, left: document.querySelector("job-match").value }));
  assert.deepEqual([...errors, ...(browser.complaints ?? [])], []);
  assert.deepEqual([kept, left], [{}, []]);
  assert.equal(saved.name, "job-match-profile.json");
  const profile = JSON.parse(saved.text);
  assert.deepEqual(Object.keys(profile).sort(), ["home", "id", "skills", "wishes"]);
  assert.equal(seen.value.length, 1);
  return { ...seen, sheet, saved: saved.text };
}

const JOURNEYS = [["fr", false], ["de", true]];
const expected = new Map();
let differs = false;
try {
  assert.ok(DRIVERS.Chromium, "Chromium is what the others are compared with");
  const asked = process.argv.slice(2);
  for (const [name, start] of Object.entries(DRIVERS)) {
    if (asked.length > 0 && name !== "Chromium" && !asked.includes(name)) continue;
    for (const [lang, byMouse] of JOURNEYS) {
      const browser = await start();
      try {
        const seen = await journey(browser, lang, byMouse);
        if (name === "Chromium") expected.set(lang, seen);
        const others = Object.keys(seen).filter((part) => JSON.stringify(seen[part]) !== JSON.stringify(expected.get(lang)[part]));
        for (const part of others) console.log(`  ${part} differs:\n    ${JSON.stringify(seen[part])}\n    Chromium: ${JSON.stringify(expected.get(lang)[part])}`);
        differs ||= others.length > 0;
        console.log(`${browser.version}, ${lang}, by ${byMouse ? "mouse" : "keyboard"}: ${seen.cards.length} offers, ${others.length === 0 ? "nothing differs from Chromium" : `differs: ${others}`}`);
      } finally {
        await browser.close();
      }
    }
  }
  for (const name of ["Firefox", "WebKit"]) if (!DRIVERS[name]) console.log(`${name} is not installed here: not tried`);
} finally {
  await server.close();
}
process.exitCode = differs ? 1 : 0;
