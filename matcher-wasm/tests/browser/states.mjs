// The states in which a visitor can meet the widget, each reached the way she reaches it.

import { readFileSync } from "node:fs";
import { afterSearch, person, state, words } from "./harness.mjs";

const explores = readFileSync(new URL("../../pkg/browser/matcher.d.ts", import.meta.url), "utf8").includes("exploreChoices");

const widget = (page) => page.locator("job-match");
const fill = (page, profile) => afterSearch(page, () => widget(page).evaluate((element, record) => (element.profile = record), profile));
const press = async (page, lang, key) => widget(page).getByRole("button", { name: (await words(lang))(key), exact: true }).click();

export const STATES = {
  empty: async () => {},
  filled: async (page) => {
    await fill(page, person("bank-adviser"));
    for (const summary of await widget(page).locator("form summary").all()) {
      if (!(await summary.evaluate(({ parentElement }) => parentElement.open))) await summary.click();
    }
  },
  explained: async (page, lang) => {
    await fill(page, person("bank-adviser"));
    const why = (await words(lang))("ui.why");
    await widget(page).getByRole("button", { name: new RegExp(`^${why}`) }).first().click();
    await widget(page).locator(".advice").waitFor();
  },
  filtered: async (page) => {
    await fill(page, person("bank-adviser"));
    for (const summary of await widget(page).locator(".results summary").all()) await summary.click();
    await afterSearch(page, () => widget(page).locator(".facets label").first().click());
    await widget(page).locator(".map").waitFor();
  },
  suggesting: async (page) => {
    await widget(page).getByRole("combobox").nth(2).pressSequentially("java");
    await widget(page).getByRole("listbox").getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
  },
  spotted: async (page, lang) => {
    const t = await words(lang);
    await widget(page).getByText(t("widget.cv"), { exact: true }).click();
    await widget(page).getByLabel(t("widget.cv.text")).fill("JavaScript, SQL, pas de Java.");
    await widget(page).getByRole("button", { name: t("widget.cv.look") }).click();
    await widget(page).locator(".finds label").first().waitFor();
  },
  asking: async (page) => fill(page, { id: "x", home: "57000", wishes: [] }),
  nothing: async (page) => fill(page, { id: "x", wishes: [{ title: "plombier" }], home: "57000", commute: { modes: ["walk"], minutes: 10, countries: ["BE"] } }),
  sending: async (page, lang) => {
    await fill(page, person("bank-adviser"));
    await press(page, lang, "widget.send");
  },
  erasing: async (page, lang) => press(page, lang, "widget.erase"),
};

/** Opened by their own address. */
export const BROKEN = {
  broken: { path: "broken", until: "error" },
  outdated: { path: "outdated", until: "ready" },
  explore: { path: "explore", until: "ready", skip: !explores && "this engine does not explore" },
};

export { state };
