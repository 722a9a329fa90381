// What every browser test begins with: the widget as it is built, the demo packed by the command, a page with a widget.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
export const root = at("../../../");
export const widget = at("../../pkg/widget/");
const demo = at("../../../matcher-core/data/demo/");

/** Milliseconds after which something is taken for never coming. */
const PATIENCE = Number(process.env.PATIENCE ?? 180_000);

/** The day of the demo. */
export const TODAY = "2027-03-01";

/** Runs the command and returns its standard output. */
export function matcher(...args) {
  const command = process.env.MATCHER ? [process.env.MATCHER] : ["cargo", "run", "--quiet", "--locked", "-p", "matcher-batch", "--"];
  return execFileSync(command[0], [...command.slice(1), ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
}

/** The folder of the packed demo, made once. */
export function packed() {
  const folder = process.env.MATCHER_PACKED ?? at("../../pkg/demo/");
  if (!existsSync(`${folder}entry.json`)) {
    matcher("pack", "--offers", `${demo}offers.jsonl`, "--trainings", `${demo}trainings.jsonl`, "--as-of", TODAY, "--out", folder);
  }
  return folder;
}

export const lines = (name) => readFileSync(`${demo}${name}`, "utf8").trim().split("\n").map((line) => JSON.parse(line));
export const person = (id) => lines("profiles.jsonl").find((profile) => profile.id === id);

/** A page with a widget in it. Attributes that are `true` stand without a value. */
export function html({ attributes = {}, lang = "fr", body = "", head = "", script = "/widget/job-match.js", inside = '<a href="/offers">Toutes les offres</a>' } = {}) {
  const all = { src: "/demo/entry.json", "as-of": TODAY, ...attributes };
  const text = Object.entries(all).filter(([, value]) => value !== false).map(([name, value]) => (value === true ? name : `${name}="${value}"`)).join(" ");
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Partner</title>
    <link rel="icon" href="data:,">${head}${script && `<script type="module" src="${script}"></script>`}</head>
    <body><main><h1>Partner</h1><job-match ${text}>${inside}</job-match></main>${body}</body></html>`;
}

/** Chromium, a server and what to open in it; closes all of it after the test file. */
export async function stage(test, { pages = {}, folders = {}, ...more } = {}) {
  const server = await serve({ folders: { "/widget/": widget, "/demo/": packed(), ...folders }, pages: { "/": { html: html() }, ...pages }, ...more });
  const browser = await launch();
  test.after(async () => {
    await browser.close();
    await server.close();
  });
  return {
    server,
    browser,
    /** Opens a page; what it complains of is in `page.complaints`. */
    async open(path = "/", options = {}) {
      const { until = "ready", ...context } = options;
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })).newPage();
      // A slow machine passes like a quick one.
      page.setDefaultTimeout(PATIENCE);
      page.complaints = [];
      page.on("pageerror", (error) => page.complaints.push(String(error.stack ?? error)));
      page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
      await page.addInitScript(listen);
      await page.goto(server.address + path);
      if (until) await state(page, until);
      // The first list is there too.
      if (until === "ready") await page.waitForFunction(() => document.querySelector("job-match").view === "explore" || globalThis.heard.some(({ type }) => type === "job-match-results"));
      return page;
    },
  };
}

/** Keeps every event of every widget, as a host would see it. */
function listen() {
  globalThis.heard = [];
  for (const name of ["ready", "results", "select", "change", "error", "hand-over"]) {
    addEventListener(`job-match-${name}`, ({ type, detail }) => globalThis.heard.push({ type, detail: structuredClone(detail) }), true);
  }
}

/** Waits until the widget is in a state. */
export const state = (page, name) =>
  page.waitForFunction((wanted) => document.querySelector("job-match")?.matches(`:state(${wanted})`), name, { timeout: PATIENCE });

export const heard = (page, type) => page.evaluate((wanted) => globalThis.heard.filter((event) => !wanted || event.type === `job-match-${wanted}`), type);

/** Waits for the answer to the search that `action` leads to. */
export async function afterSearch(page, action) {
  const before = (await heard(page, "results")).length;
  await action();
  await page.waitForFunction((count) => globalThis.heard.filter(({ type }) => type === "job-match-results").length > count, before, { timeout: PATIENCE });
  await page.waitForTimeout(200);
}

/** The messages of a language, as the widget has them. */
export async function words(language) {
  const { default: messages } = await import(`${widget}messages/${language}.js`);
  return (key) => messages[key];
}

/** The identities of the offers shown, in their order. */
export const shown = (page) => page.locator("job-match").evaluate((element) => [...element.shadowRoot.querySelectorAll(".results > .list > li > article")].map(({ dataset }) => dataset.offer));
