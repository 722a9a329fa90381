// Explore: ideas stay in sight of the answers, and titles of trades say their language.

import assert from "node:assert/strict";
import test from "node:test";
import { html, stage, words } from "./harness.mjs";

const pages = Object.fromEntries(["fr", "de", "en"].map((lang) => [`/${lang}`, { html: html({ lang, attributes: { view: "explore" } }) }]));
const { open } = await stage(test, { pages });

/** Ticks the first answers of a kind. */
async function tick(page, many) {
  const boxes = page.locator("job-match").getByRole("checkbox");
  await boxes.first().waitFor();
  for (let at = 0; at < many; at += 1) await boxes.nth(at).check();
  const list = page.locator("job-match").locator(".trades");
  await list.locator("li").first().waitFor();
  // The list is drawn anew with each answer; it stays once the last one has come.
  for (let [before, now] = [undefined, await list.innerText()]; before !== now; [before, now] = [now, await list.innerText()]) await page.waitForTimeout(500);
}

test("on a wide page the ideas stay beside the answers, however far one scrolls", async () => {
  const page = await open("/fr");
  await tick(page, 3);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(100);
  const { top, bottom, height, scrolled } = await page.locator("job-match").evaluate((element) => {
    const { top, bottom } = element.shadowRoot.querySelector(".ideas").getBoundingClientRect();
    return { top, bottom, height: innerHeight, scrolled: scrollY };
  });
  assert.ok(scrolled > 300, "there is something to scroll");
  assert.ok(top >= 0 && top < height / 2 && bottom <= height, `${top} to ${bottom} of ${height}`);
  await page.context().close();
});

test("on a narrow page a button leads to the ideas from wherever one is", async () => {
  const [page, t] = [await open("/fr", { viewport: { width: 390, height: 800 } }), await words("fr")];
  const widget = page.locator("job-match");
  const there = widget.getByRole("button", { name: t("widget.explore.look") });
  assert.equal(await there.isVisible(), false);
  await tick(page, 2);
  const { bottom } = await there.evaluate((element) => element.getBoundingClientRect());
  assert.ok(bottom <= 800, `it is in sight: ${bottom}`);
  await there.click();
  const focused = await widget.evaluate((element) => element.shadowRoot.activeElement.textContent);
  assert.equal(focused, t("widget.explore.found"));
  assert.ok((await widget.locator(".ideas .heading").evaluate((element) => element.getBoundingClientRect().top)) < 800);
  await page.context().close();
});

for (const lang of ["de", "en"]) {
  test(`in ${lang} a trade has its title of that language, and French titles are marked as French`, async () => {
    const page = await open(`/${lang}`);
    await tick(page, 6);
    // In one look: the list is drawn anew with each answer ticked.
    const trades = await page.locator("job-match").evaluate((element) => [...element.shadowRoot.querySelectorAll(".trades li")].map((item) => {
      const [name, beside] = item.querySelectorAll("strong, .beside");
      return { name: name.textContent, lang: name.closest("[lang]")?.lang ?? "", french: beside?.lang };
    }));
    assert.equal(trades.length, 10);
    const translated = trades.filter((trade) => trade.lang === lang);
    assert.ok(translated.length > 0, JSON.stringify(trades));
    for (const trade of translated) assert.equal(trade.french, "fr", trade.name);
    for (const trade of trades) assert.ok(trade.lang === lang || trade.lang === "fr", JSON.stringify(trade));
    await page.context().close();
  });
}

test("in French no title is marked, for it is in the language of the page", async () => {
  const page = await open("/fr");
  await tick(page, 6);
  assert.equal(await page.locator("job-match").locator(".trades [lang]").count(), 0);
  assert.equal(await page.locator("job-match").locator(".trades .beside").count(), 0);
  await page.context().close();
});
