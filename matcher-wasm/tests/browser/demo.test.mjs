// The bank adviser of the demo, typed by hand into the widget over what `matcher pack` packs by itself: the ten offers of `matcher demo`.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { TODAY, afterSearch, html, matcher, person, root, stage, words } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
const data = join(root, "matcher-core/data");
const settings = join(data, "demo/settings.json");
matcher("demo", "--lang", "fr", "--html", join(folder, "demo.html"));

/** The titles and employers of the first person's ten, as the demo's page shows them. */
function tenOfTheDemo() {
  const page = readFileSync(join(folder, "demo.html"), "utf8");
  const own = page.slice(page.indexOf('<section id="bank-adviser"'));
  const list = own.slice(own.indexOf('<ol class="cards">'), own.indexOf("</ol>"));
  const text = (html) => html.replaceAll("&amp;", "&").replaceAll("&#39;", "'");
  return [...list.matchAll(/<li class="card"><h4>(.*?)<\/h4><p class="facts">(.*?) · /g)].map(([, title, employer]) => `${text(title)}, ${text(employer)}`);
}

test("the bank adviser of the demo, typed by hand, gets the ten of the demo", async (context) => {
  const script = `<script type="module">document.querySelector("job-match").settings = ${readFileSync(settings, "utf8")}</script>`;
  const { open } = await stage({ after: (done) => context.after(done) }, { pages: { "/typed": { html: html({ body: script }) } } });
  const [page, t] = [await open("/typed"), await words("fr")];
  const widget = page.locator("job-match");
  const her = person("bank-adviser");
  const labels = await widget.evaluate(async (element, ids) => {
    // What the skills are called: a person reads it in her own file, and types it.
    const draft = { id: "x", skills: ids };
    element.profile = draft;
    await element.search();
    const names = [...element.shadowRoot.querySelectorAll(".chip .name")].map(({ textContent }) => textContent);
    element.clearProfile();
    return names;
  }, her.skills.map((item) => item.skill ?? item));
  assert.equal(labels.length, her.skills.length);
  assert.ok(labels.every((label) => !/^http/.test(label)), labels.join("; "));

  const field = (key) => widget.getByRole("combobox", { name: t(key), exact: true });
  const type = async (key, text) => {
    await field(key).fill(text);
    await page.keyboard.press("Enter");
  };
  for (const { title } of her.wishes) await type("widget.wishes", title);
  for (const { title } of her.occupations) await type("widget.occupations", title);
  // Which trade her words mean she chooses of what they may mean, where her trade is among it.
  const chosen = [];
  for (const { title, occupation } of [...her.wishes, ...her.occupations].filter((one) => one.occupation)) {
    const trades = widget.getByLabel(t("widget.trade-of").replace("{what}", title));
    await trades.waitFor();
    if ((await trades.locator(`option[value="${occupation}"]`).count()) === 0) continue;
    await trades.selectOption(occupation);
    chosen.push(title);
  }
  assert.ok(chosen.length >= 2, chosen.join("; "));
  await widget.getByLabel(t("widget.years-of").replace("{what}", her.occupations[0].title)).fill(String(her.occupations[0].years));
  for (const [at, label] of labels.entries()) {
    await field("widget.skills").fill(label);
    await widget.getByRole("listbox", { name: t("widget.skills"), exact: true }).getByRole("option", { name: label, exact: true }).first().click();
    const { level } = her.skills[at];
    if (level) await widget.getByLabel(t("widget.level-of").replace("{what}", label)).selectOption(String(level));
  }
  await field("widget.home").fill("Metz");
  await widget.getByRole("option", { name: "Metz (57000)" }).click();

  for (const summary of await widget.locator("form > details > summary").all()) {
    if (!(await summary.evaluate(({ parentElement }) => parentElement.open))) await summary.click();
  }
  const tick = (key) => widget.getByLabel(key, { exact: true }).check();
  for (const mode of her.commute.modes) await tick(t(`widget.mode.${mode}`));
  await widget.getByRole("slider").fill(String(her.commute.minutes));
  for (const name of ["France", "Luxembourg", "Allemagne"]) await tick(name);
  for (const kind of her.contracts) await tick(t(`contract.${kind}`));
  const write = async (key, value) => {
    await widget.getByLabel(t(key), { exact: true }).fill(String(value));
    await page.keyboard.press("Tab");
  };
  await write("widget.hours-min", her.hours.min);
  await write("widget.hours-max", her.hours.max);
  await write("widget.pay", her.pay.min);
  await write("widget.available", her.available_from);
  const names = { fr: "français", de: "allemand", en: "anglais" };
  for (const { language, level } of her.languages) {
    await widget.getByRole("combobox", { name: t("widget.languages"), exact: true }).selectOption(language);
    await widget.getByLabel(t("widget.level-of").replace("{what}", names[language])).selectOption(level);
  }
  await widget.getByLabel(t("widget.education"), { exact: true }).selectOption(String(her.education.eqf));
  for (const licence of her.licences) await tick(licence);
  await write("widget.weeks", her.training.weeks);
  await afterSearch(page, () => write("widget.budget", her.training.budget));
  await widget.evaluate((element) => element.search());

  // Her file as she typed it: that of the demo, but for a trade that her words do not tell; a tag has no field.
  const typed = await widget.evaluate(({ profile }) => profile);
  const { id, tags, ...said } = her;
  assert.ok(id && tags);
  const inWords = (items) => items.map(({ occupation, ...item }) => (chosen.includes(item.title) ? { occupation, ...item } : item));
  assert.deepEqual({ ...typed, id: undefined, home: typed.home.code },
    { ...said, id: undefined, home: said.home.code, occupations: inWords(said.occupations), wishes: inWords(said.wishes) });
  const ten = await widget.evaluate((element) => [...element.shadowRoot.querySelectorAll(".results > .list > li > article")].map((card) =>
    `${card.querySelector(".title").textContent.trim()}, ${card.querySelector(".meta span").textContent}`));
  const demo = tenOfTheDemo();
  assert.equal(demo.length, 10);
  assert.deepEqual(ten, demo);
});
