// The whole way of a visitor, by mouse and by keyboard only, in three languages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { afterSearch, heard, html, person, shown, stage, words } from "./harness.mjs";

const LANGUAGES = ["fr", "de", "en"];
const pages = Object.fromEntries(LANGUAGES.map((lang) => [`/${lang}`, { html: html({ lang, attributes: { adviser: true, remember: true } }) }]));
const { open } = await stage(test, { pages });

for (const lang of LANGUAGES) {
  test(`by mouse, in ${lang}: a job, a skill, a town, the list, its reasons, a filter, a file, and everything erased`, async () => {
    const [page, t] = [await open(`/${lang}`), await words(lang)];
    const widget = page.locator("job-match");
    const pick = async (key, text) => {
      const field = widget.getByRole("combobox", { name: t(key), exact: true });
      await field.click();
      await field.pressSequentially(text, { delay: 10 });
      await afterSearch(page, () => widget.getByRole("listbox", { name: t(key), exact: true }).getByRole("option").first().click());
    };
    await pick("widget.wishes", { fr: "développeur w", de: "softwareent", en: "web dev" }[lang]);
    await pick("widget.skills", "javascr");
    await pick("widget.home", "Metz");
    const before = await shown(page);
    assert.equal(before.length, 10);

    const first = widget.locator(".card").first();
    await first.getByRole("button", { name: new RegExp(`^${t("ui.why")}`) }).click();
    assert.ok((await first.locator(".criterion").count()) >= 3);
    await first.getByRole("button", { name: new RegExp(`^${t("widget.card.keep")}`) }).click();
    assert.deepEqual(await widget.evaluate(({ value }) => value), [before[0]]);

    await widget.getByText(t("widget.filters"), { exact: true }).click();
    await afterSearch(page, () => widget.locator(".facets label").first().click());
    const [{ detail }] = (await heard(page, "results")).slice(-1);
    assert.ok(detail.selected < detail.eligible, JSON.stringify(detail));
    await afterSearch(page, () => widget.locator(".facets label").first().click());
    assert.deepEqual(await shown(page), before);

    await afterSearch(page, () => widget.getByRole("searchbox").fill("zzzz"));
    assert.deepEqual(await shown(page), []);
    await afterSearch(page, () => widget.getByRole("searchbox").fill(""));
    assert.deepEqual(await shown(page), before);

    const [download] = await Promise.all([page.waitForEvent("download"), widget.getByRole("button", { name: t("widget.save"), exact: true }).click()]);
    const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.equal(saved.skills.length, 1);
    assert.equal(saved.wishes.length, 1);
    assert.ok(saved.home);

    await widget.getByRole("button", { name: t("widget.erase"), exact: true }).click();
    await widget.getByRole("button", { name: t("widget.erase.now"), exact: true }).click();
    assert.deepEqual(await widget.evaluate(({ profile, value }) => ({ profile, value })), { profile: { id: "visitor" }, value: [] });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`by keyboard only, in ${lang}: the same, and the focus is never lost`, async () => {
    const [page, t] = [await open(`/${lang}`), await words(lang)];
    const focused = () => page.evaluate(() => {
      const active = document.querySelector("job-match").shadowRoot.activeElement;
      const label = active?.getAttribute("aria-label") ?? [...(active?.labels ?? [])].map(({ textContent }) => textContent).join(" ");
      return active && { role: active.getAttribute("role") ?? active.localName, name: (label || active.textContent).trim() };
    });
    const to = async (name) => {
      for (let steps = 0; steps < 120; steps += 1) {
        await page.keyboard.press("Tab");
        const now = await focused();
        if (now && (typeof name === "string" ? now.name === name : name.test(now.name))) return now;
      }
      throw new Error(`Tab does not reach ${name}`);
    };
    const pick = async (key, text) => {
      assert.equal((await to(t(key))).role, "combobox");
      const field = page.locator("job-match").getByRole("combobox", { name: t(key), exact: true });
      await page.keyboard.type(text, { delay: 10 });
      await page.locator("job-match").getByRole("listbox", { name: t(key), exact: true }).getByRole("option").first().waitFor();
      assert.equal(await field.getAttribute("aria-activedescendant"), null);
      await page.keyboard.press("ArrowDown");
      assert.ok(await field.getAttribute("aria-activedescendant"));
      await afterSearch(page, () => page.keyboard.press("Enter"));
      assert.equal((await focused()).name, t(key));
    };
    await pick("widget.wishes", { fr: "développeur w", de: "softwareent", en: "web dev" }[lang]);
    await pick("widget.skills", "javascr");
    await pick("widget.home", "Metz");
    const list = await shown(page);
    assert.equal(list.length, 10);

    await to(t("widget.show"));
    await afterSearch(page, () => page.keyboard.press("Enter"));
    assert.equal((await focused()).name, t("widget.results"));
    await to(new RegExp(`^${t("ui.why")}`));
    await page.keyboard.press("Enter");
    assert.ok((await page.locator("job-match .criterion").count()) >= 3);
    await to(new RegExp(`^${t("widget.card.keep")}`));
    await page.keyboard.press("Space");
    assert.deepEqual(await page.locator("job-match").evaluate(({ value }) => value), [list[0]]);

    await to(t("widget.send"));
    await page.keyboard.press("Enter");
    await to(t("widget.send.now"));
    assert.deepEqual(await heard(page, "hand-over"), []);
    await page.keyboard.press("Enter");
    const [{ detail }] = await heard(page, "hand-over");
    assert.deepEqual(detail.offers, [list[0]]);
    assert.deepEqual(Object.keys(detail.profile).sort(), ["home", "id", "skills", "wishes"]);
    assert.equal((await focused()).name, t("widget.send"));

    await to(t("widget.erase"));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    assert.equal((await focused()).name, t("widget.erase"));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("typing errors are passed over, a chosen thing is removed, and what is removed is said", async () => {
  const [page, t] = [await open("/fr"), await words("fr")];
  const widget = page.locator("job-match");
  const field = widget.getByRole("combobox", { name: t("widget.wishes"), exact: true });
  await field.pressSequentially("dévelopeur w", { delay: 10 });
  await afterSearch(page, () => widget.getByRole("listbox").getByRole("option").first().click());
  const { wishes } = await widget.evaluate(({ profile }) => profile);
  assert.match(wishes[0].title, /^[Dd]éveloppeu/);
  await widget.getByRole("button", { name: t("widget.remove").replace("{what}", wishes[0].title) }).click();
  assert.deepEqual(await widget.evaluate(({ profile }) => profile), { id: "visitor" });
  await page.waitForFunction((text) => document.querySelector("job-match").shadowRoot.querySelector("[role=status]").textContent.length > 0, "");
  await page.context().close();
});

test("a CV is spotted in the page, each find can be left out, a PDF is refused with what to do", async () => {
  const [page, t] = [await open("/fr"), await words("fr")];
  const widget = page.locator("job-match");
  await widget.getByText(t("widget.cv"), { exact: true }).click();
  await widget.getByLabel(t("widget.cv.text")).fill("Développeuse web depuis six ans : JavaScript, SQL et Git. Pas de Java.");
  await widget.getByRole("button", { name: t("widget.cv.look") }).click();
  const finds = widget.locator(".finds label");
  await finds.first().waitFor();
  const names = await finds.allTextContents();
  assert.ok(names.some((name) => name.includes("JavaScript")) && names.some((name) => name.includes("SQL")), names.join("; "));
  const sql = names.findIndex((name) => name.includes("SQL"));
  await finds.nth(sql).click();
  await widget.getByRole("button", { name: t("widget.cv.keep") }).click();
  const chips = await widget.locator(".chip .name").allTextContents();
  assert.ok(chips.some((name) => name.includes("JavaScript")) && !chips.some((name) => name === "SQL"), chips.join("; "));
  assert.equal((await widget.evaluate(({ profile }) => profile)).text, undefined);

  await widget.locator("input[type=file]").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 ...") });
  const alert = widget.locator("[role=alert]");
  await page.waitForFunction(() => !document.querySelector("job-match").shadowRoot.querySelector("[role=alert]").hidden);
  assert.equal(await alert.textContent(), t("widget.cv.pdf"));
  await page.context().close();
});

test("a town alone gets questions and no ranking; a question leads to its field", async () => {
  const [page, t] = [await open("/fr"), await words("fr")];
  const widget = page.locator("job-match");
  await afterSearch(page, () => widget.evaluate((element) => (element.profile = { id: "x", home: "57000" })));
  assert.deepEqual(await shown(page), []);
  const question = widget.locator(".ask button").first();
  await question.click();
  const name = await page.evaluate(() => document.querySelector("job-match").shadowRoot.activeElement.labels?.[0]?.textContent);
  assert.ok([t("widget.wishes"), t("widget.occupations"), t("widget.skills")].includes(name), name);
  await page.context().close();
});

test("an offer that a limit keeps out says why, and one press lets it in", async () => {
  const page = await open("/fr");
  const widget = page.locator("job-match");
  await afterSearch(page, () => widget.evaluate((element, record) => (element.profile = record),
    { ...person("bank-adviser"), commute: { modes: ["car"], minutes: 75, countries: ["FR"] } }));
  const narrow = (await heard(page, "results")).at(-1).detail.eligible;
  const advice = widget.locator(".advice button").first();
  await advice.waitFor();
  await afterSearch(page, () => advice.click());
  assert.ok((await heard(page, "results")).at(-1).detail.eligible > narrow);
  await afterSearch(page, () => widget.evaluate((element) => (element.profile = { ...element.profile, commute: { modes: ["walk"], minutes: 10 } })));
  await afterSearch(page, () => widget.getByRole("searchbox").fill("conseil"));
  const left = widget.locator(".left-out li").first();
  await left.waitFor();
  assert.ok((await widget.locator(".left-out ul ul li").count()) > 0);
  await page.context().close();
});
