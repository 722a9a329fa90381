// The main journey in Firefox: `node matcher-wasm/tests/browser/elsewhere.mjs` with Debian's firefox-esr, driven by WebDriver BiDi. It
// is no step of `check`, whose browser is Chromium.

import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { html, packed, widget, words } from "./harness.mjs";
import { serve } from "./server.mjs";

const server = await serve({ folders: { "/widget/": widget, "/demo/": packed() }, pages: { "/": { html: html({ attributes: { adviser: true } }) } } });
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
try {
  const t = await words("fr");
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(server.address);
  const one = (selector) => page.waitForSelector(`job-match >>> ${selector}`);
  const count = (selector) => page.evaluate((wanted) => document.querySelector("job-match").shadowRoot.querySelectorAll(wanted).length, selector);
  /** Presses the first button of that name: by keyboard, which every page must allow. */
  const press = async (name, within = "") => {
    const handle = await page.waitForFunction((text, inside) => [...document.querySelector("job-match").shadowRoot.querySelectorAll(`${inside} button, ${inside} summary`)]
      .find((element) => element.offsetParent && (element.getAttribute("aria-label") ?? element.textContent).trim().startsWith(text)), {}, name, within);
    await handle.focus();
    await page.keyboard.press("Enter");
  };
  await one(".card");
  for (const [field, text] of [["wishes", "développeur w"], ["skills", "javascr"], ["home", "Metz"]]) {
    await (await one(`[data-field=${field}]`)).focus();
    await page.keyboard.type(text);
    await page.waitForFunction((path) => document.querySelector("job-match").shadowRoot.querySelector(`[data-field=${path}]`).getAttribute("aria-expanded") === "true", {}, field);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  await one(".card .score");
  await press(t("widget.show"));
  await page.waitForFunction(() => document.querySelector("job-match").shadowRoot.querySelectorAll(".results > .list > li").length === 10);
  await press(t("ui.why"), ".card");
  await one(".criterion");
  await press(t("widget.card.keep"), ".card");
  await press(t("widget.map"));
  await one(".map svg");
  const { profile, value } = await page.evaluate(() => ({ profile: document.querySelector("job-match").profile, value: document.querySelector("job-match").value }));
  assert.deepEqual(Object.keys(profile).sort(), ["home", "id", "skills", "wishes"]);
  assert.equal(value.length, 1);
  await press(t("widget.erase"));
  await press(t("widget.erase.now"));
  await page.waitForFunction(() => Object.keys(document.querySelector("job-match").profile).length === 1);
  assert.ok((await count(".card")) > 0);
  assert.deepEqual(complaints, []);
  console.log(`${await browser.version()}: the journey by keyboard, all well`);
} finally {
  await browser.close();
  await server.close();
}
