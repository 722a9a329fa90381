// axe in every state and theme, and what axe does not see: size of targets, narrow screens, large text, forced colours.
// axe covers a part of the RGAA's tests only; it is no audit by people.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { heard, html, stage } from "./harness.mjs";
import { BROKEN, STATES } from "./states.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "EN-301-549", "RGAAv4", "best-practice"];
const THEMES = { light: {}, dark: {}, auto: { colorScheme: "dark" }, partner: {} };

const style = `<style>body { margin: 16px; font-family: sans-serif } body.dark, body.auto { background: #121824; color: #e6eaf0 }
  .partner job-match { --job-match-accent: #00594c; --job-match-on-accent: #fff; --job-match-radius: 2px; --job-match-sunken: #eef4f2 }</style>`;
// Three cards are as good as ten: axe looks at every element, and each card is made like the others.
const page_ = (more = {}, lang = "fr") => ({ html: html({ lang, head: style, attributes: { heading: "Offres", adviser: true, remember: true, "max-results": 3, ...more } }) });
const pages = { "/": page_(), "/broken": page_({ src: "/nowhere/entry.json" }), "/outdated": page_({ "as-of": "2028-01-01" }), "/explore": page_({ view: "explore" }) };
for (const lang of ["de", "en", "lb"]) pages[`/in-${lang}`] = page_({}, lang);
const { open } = await stage(test, { pages });

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  assert.ok(passes.length > 20, "axe looked at something");
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.flat().join(" ")}\n${failureSummary}`));
}

/** One state, looked at in every theme: nothing else of the page changes with it. */
async function inEveryTheme(page) {
  const found = {};
  for (const [theme, { colorScheme = "light" }] of Object.entries(THEMES)) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((name) => {
      document.body.className = name;
      const widget = document.querySelector("job-match");
      if (name === "partner") widget.removeAttribute("theme");
      else widget.setAttribute("theme", name);
    }, theme);
    // Colours that change slowly are looked at when they have changed.
    await page.evaluate(() => Promise.allSettled(document.querySelector("job-match").shadowRoot.getAnimations().map(({ finished }) => finished)));
    found[theme] = await violations(page);
  }
  return found;
}
const NOTHING = Object.fromEntries(Object.keys(THEMES).map((theme) => [theme, []]));

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing in the state “${name}”, in every theme`, async () => {
    const page = await open("/");
    await reach(page, "fr");
    assert.deepEqual(await inEveryTheme(page), NOTHING);
    await page.context().close();
  });
}
for (const [name, { path, until, skip }] of Object.entries(BROKEN)) {
  test(`axe finds nothing in the state “${name}”, in every theme`, { skip }, async () => {
    const page = await open(`/${path}`, { until });
    await page.locator("job-match").locator(".notice, .explore").first().waitFor();
    assert.deepEqual(await inEveryTheme(page), NOTHING);
    await page.context().close();
  });
}

for (const lang of ["de", "en", "lb"]) {
  test(`axe finds nothing in the language ${lang}`, async () => {
    const page = await open(`/in-${lang}`);
    await STATES.explained(page, lang);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test("axe sees into the widget: a colour without contrast is found", async () => {
  const page = await open("/");
  await page.addStyleTag({ content: "job-match { --job-match-muted: #b8b8b8 }" });
  assert.match((await violations(page)).join(), /color-contrast/);
  await page.context().close();
});

/** What sticks out of the window to the right. */
const sticksOut = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [320, 390]) {
  test(`nothing sticks out at ${width} pixels, and axe finds nothing`, async () => {
    const page = await open("/", { viewport: { width, height: 700 } });
    for (const name of ["filled", "filtered"]) {
      await STATES[name](page, "fr");
      assert.equal(await sticksOut(page), 0, name);
    }
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test("text at twice its size stays readable: nothing sticks out or is cut", async () => {
  const page = await open("/");
  await page.addStyleTag({ content: "html { font-size: 200% }" });
  await STATES.explained(page, "fr");
  assert.equal(await sticksOut(page), 0);
  const cut = await page.locator("job-match").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("button, h4, p, label, summary")].filter((node) => node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 2 && !node.closest(".visually-hidden")).map(({ textContent }) => textContent));
  assert.deepEqual(cut, []);
  await page.context().close();
});

test("every target is at least 44 pixels high and wide", async () => {
  const page = await open("/");
  await STATES.filled(page, "fr");
  const small = await page.locator("job-match").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("button, select, summary, input:not([type=checkbox]):not(.visually-hidden), .toggle")]
      .map((node) => [node, node.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (height < 43.9 || width < 43.9))
      .map(([node, { width, height }]) => `${node.outerHTML.slice(0, 80)} ${width}×${height}`));
  assert.deepEqual(small, []);
  await page.context().close();
});

test("the live region is there and empty before it speaks, and speaks once the answer is there", async () => {
  const page = await open("/", { until: null });
  await page.waitForFunction(() => document.querySelector("job-match")?.shadowRoot);
  assert.equal(await page.evaluate(() => document.querySelector("job-match").shadowRoot.querySelector("[role=status]").textContent), "");
  await page.waitForFunction(() => document.querySelector("job-match").matches(":state(ready)"));
  await STATES.explained(page, "fr");
  const { considered } = (await heard(page, "results")).at(-1).detail;
  await page.waitForFunction((count) => document.querySelector("job-match").shadowRoot.querySelector("[role=status]").textContent.includes(count), String(considered));
  await page.context().close();
});

test("in forced colours a choice is still seen; with reduced motion nothing moves", async () => {
  const page = await open("/", { forcedColors: "active", reducedMotion: "reduce" });
  await STATES.explained(page, "fr");
  const { outline, transition } = await page.locator("job-match").evaluate(async (element) => {
    const keep = element.shadowRoot.querySelector(".keep");
    keep.click();
    return { outline: getComputedStyle(keep).outlineStyle, transition: getComputedStyle(keep).transitionDuration };
  });
  assert.equal(outline, "solid");
  assert.match(transition, /^0s/);
  await page.context().close();
});
