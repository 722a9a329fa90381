// The widget's messages hold together: the same keys and names in every language, none that is missing, none without use.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { Phrases, pieces } from "../../js/phrases.js";
import { messages, own, read } from "../../js/messages.mjs";

const all = messages();
const widget = Object.fromEntries(["en", "fr", "de", "lb"].map((language) => [language, read(readFileSync(new URL(`../../messages/${language}.txt`, import.meta.url), "utf8"))]));
const names = (message) => pieces(message).flatMap((piece) => (typeof piece === "string" ? [] : piece.optional ? names(piece.optional.map((inner) => (typeof inner === "string" ? inner : `{${inner.key}}`)).join("")) : [piece.key]));

test("English, French and German hold the same keys; Luxembourgish only keys that exist, marked as not reviewed", () => {
  for (const language of ["fr", "de"]) assert.deepEqual(Object.keys(widget[language]).sort(), Object.keys(widget.en).sort(), language);
  for (const key of Object.keys(widget.lb)) assert.ok(key in widget.en, key);
  assert.match(readFileSync(new URL("../../messages/lb.txt", import.meta.url), "utf8"), /NOT REVIEWED/);
});

test("a message speaks of the same things in every language", () => {
  for (const language of ["fr", "de", "lb"]) {
    for (const [key, message] of Object.entries(widget[language])) {
      const [here, there] = [new Set(names(message)), new Set(names(widget.en[key]))];
      // A language may need the plural of a number that another one does not mention twice.
      assert.deepEqual([...here].sort(), [...there].sort(), `${language} ${key}`);
    }
  }
});

test("every key that the code asks for exists, and every message is asked for", () => {
  const folder = new URL("../../js/", import.meta.url);
  const code = [...readdirSync(folder), ...readdirSync(new URL("view/", folder)).map((name) => `view/${name}`)].filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const asked = [...code.matchAll(/"((?:widget|ui|share|change)\.[a-z0-9.-]+)"/g)].map(([, key]) => key);
  assert.ok(asked.length > 100);
  for (const key of asked) assert.ok(key in all.en, key);
  // Keys put together from a family and a name, and those of a field: `name: "wishes"` asks for widget.wishes.
  const families = [...code.matchAll(/`(widget(?:\.[a-z]+)*\.)\$\{/g)].map(([, family]) => family).filter((family) => family !== "widget.");
  const fields = [...code.matchAll(/name: "([a-z-]+)"/g)].map(([, name]) => `widget.${name}`);
  for (const key of Object.keys(widget.en)) {
    const used = asked.includes(key) || families.some((family) => key.startsWith(family)) || fields.some((field) => key === field || key.startsWith(`${field}.`));
    assert.ok(used, `${key} is not used`);
  }
});

test("numbers, plurals, days and optional parts are those of the language", () => {
  const [fr, de, en] = ["fr", "de", "en"].map((language) => new Phrases(language, all[language]));
  assert.equal(en.text("change.minutes", { minutes: 1 }), "up to 1 minute to work, one way");
  assert.match(fr.text("widget.summary", { eligible: 0, considered: 1200 }), /^0 offre sur 1.200 respecte /);
  assert.match(de.text("widget.summary", { eligible: 2, considered: 1200 }), /^2 von 1\.200 Stellen erfüllen /);
  assert.equal(en.points(724_000), "72.4");
  assert.equal(fr.points(724_000), "72,4");
  assert.match(de.date("2027-03-01"), /^1\. März 2027$/);
  assert.equal(en.line({ key: "skills.missing", args: { skill: { skill: "x" } } }, { x: "JavaScript" }), "JavaScript: asked, and not stated in the profile");
  assert.equal(en.line({ key: "host.rule", args: { number: { number: 3 } } }), "host.rule: number 3");
  assert.match(fr.value({ euro: 1234 }), /^1.234.€$/);
  assert.equal(fr.word("language", "pt", "language"), "portugais");
  assert.equal(Object.keys(own("lb")).length < Object.keys(all.lb).length, true);
});
