import { h, unique } from "../dom.js";
import { unrecorded } from "../masks.js";
import { CONTRACTS, COUNTRIES, LEVELS, LICENCES, MODES, SPOKEN } from "../profile.js";
import { chips } from "./chips.js";
import { combobox } from "./combobox.js";
import { paste } from "./paste.js";

/**
 * The profile as a form. `context`: `draft`, `ask` (questions to the engine), `phrases`, `say`, `first` (the visitor begins
 * to type), `submit`. `update()` brings the controls in line with the draft.
 */
export function form(context) {
  const { draft, phrases, submit } = context;
  const t = (key, args) => phrases.text(key, args);
  const controls = [];
  const use = (control) => (controls.push(control), control.element);

  const essentials = h("div", { class: "fields", part: "fields" },
    use(concepts(context, { path: "wishes", kind: "occupation", name: "wishes", item: job, hint: true, under: trade(context, "wishes") })),
    use(concepts(context, { path: "occupations", kind: "occupation", name: "occupations", item: job, beside: years(context), under: trade(context, "occupations") })),
    use(concepts(context, { path: "skills", kind: "skill", name: "skills", item: skill, beside: level(context) })),
    use(home(context)));
  const more = [
    section(context, "way", [
      use(boxes(context, { path: "commute.modes", name: "modes", values: MODES, text: (mode) => t(`widget.mode.${mode}`) })),
      use(minutes(context)),
      use(number(context, { path: "commute.days_on_site", name: "days", least: 0, most: 7 })),
      use(boxes(context, { path: "commute.countries", name: "countries", values: COUNTRIES, text: (code) => phrases.word("country", code, "region") })),
    ], true),
    section(context, "conditions", [
      use(boxes(context, { path: "contracts", name: "contracts", values: CONTRACTS, text: (kind) => t(`contract.${kind}`) })),
      h("div", { class: "pair" },
        use(number(context, { path: "hours.min", name: "hours-min", least: 0, most: 60 })),
        use(number(context, { path: "hours.max", name: "hours-max", least: 0, most: 60 }))),
      h("div", { class: "pair" },
        use(number(context, { path: "pay.min", name: "pay", least: 0, most: 99_999, step: 50 })),
        use(day(context, { path: "available_from", name: "available" }))),
      use(words(context, { path: "exclusions", name: "exclusions", item: (text) => ({ text }) })),
    ]),
    section(context, "learnt", [
      use(languages(context)),
      use(education(context)),
      use(boxes(context, { path: "licences", name: "licences", values: LICENCES, text: (licence) => licence })),
      h("div", { class: "pair" },
        use(number(context, { path: "training.weeks", name: "weeks", least: 0, most: 104 })),
        use(number(context, { path: "training.budget", name: "budget", least: 0, most: 99_999, step: 100 }))),
    ]),
  ];
  const element = h("form", { class: "profile", part: "form", novalidate: true, "aria-label": t("widget.profile"), autocomplete: "off",
    onsubmit: (event) => (event.preventDefault(), submit()) },
    use(paste(context)), essentials, more,
    h("div", { class: "row end" }, h("button", { type: "submit", class: "primary", part: "button primary" }, t("widget.show"))));
  const update = () => controls.forEach((control) => control.update?.());
  update();
  return { element, update, focus: (path) => element.querySelector(`[data-field="${path}"]`)?.focus() };
}

const job = (value, text) => (value ? { title: value.label, occupation: value.id } : { title: text });
const skill = (value, text) => value?.id ?? text;

function section({ phrases }, name, children, open) {
  return h("details", { class: "section", part: "section", open },
    h("summary", { part: "summary" }, phrases.text(`widget.section.${name}`)), h("div", { class: "fields" }, children));
}

/** Concepts of the taxonomy, or words, in a list. */
function concepts({ draft, newest, phrases, say, first }, { path, kind, name, item, beside, under, hint }) {
  const label = phrases.text(`widget.${name}`);
  const list = chips({
    label, phrases, beside, under, text: (one) => draft.label(one), remove: (at) => draft.removeAt(path, at), removed: say, home: () => box.field,
  });
  const box = combobox({
    label, phrases, say, first, free: true, hint: hint && phrases.text(`widget.${name}.hint`), placeholder: phrases.text(`widget.${name}.example`),
    suggest: async (text) => (await newest("complete", text, 8, kind)).map((found) => ({ label: found.label, value: found })),
    choose: (value, text) => {
      if (value) draft.labels[value.id] = value.label;
      draft.add(path, item(value, text));
      say(phrases.text("widget.added", { what: value?.label ?? text }));
    },
  });
  box.field.dataset.field = path;
  return { element: h("div", { class: "concepts" }, box.element, list.element), update: () => list.show(draft.list(path)) };
}

/** Words only. */
function words({ draft, phrases, say, first }, { path, name, item }) {
  const label = phrases.text(`widget.${name}`);
  const list = chips({ label, phrases, text: (one) => one.text ?? one, remove: (at) => draft.removeAt(path, at), removed: say, home: () => box.field });
  const box = combobox({ label, phrases, say, first, free: true, hint: phrases.text(`widget.${name}.hint`), suggest: async () => [],
    choose: (_, text) => draft.add(path, item(text)) });
  return { element: h("div", { class: "concepts" }, box.element, list.element), update: () => list.show(draft.list(path)) };
}

/** Which trade a title in words of one's own means: what it may be, to be chosen. The words stay, for they say more. */
function trade({ draft, ask, phrases }, path) {
  const meant = new Map();
  const may = (title) => {
    if (!meant.has(title)) meant.set(title, ask("link", "occupation", title, 6).catch(() => []));
    return meant.get(title);
  };
  return ({ title, occupation, ...rest }, at) => {
    if (!title || title === draft.labels[occupation]) return undefined;
    const select = choice({
      values: [], none: phrases.text("widget.trade"), label: phrases.text("widget.trade-of", { what: title }), small: true,
      choose: (id) => draft.replaceAt(path, at, { title, occupation: id || undefined, ...rest }),
    });
    select.classList.add("under");
    select.hidden = true;
    may(title).then((found) => {
      const own = occupation && !found.some(({ id }) => id === occupation) ? [{ id: occupation, label: draft.labels[occupation] ?? occupation }] : [];
      const named = [...own, ...found].filter(({ id, label }, number, all) => id === occupation || all.findIndex((other) => other.label === label) === number);
      select.append(...named.map(({ id, label }) => h("option", { value: id, ".selected": id === occupation }, label)));
      select.hidden = named.length === 0;
    });
    return select;
  };
}

/** How many years a job was done. */
const years = ({ draft, phrases }) => (item, at) =>
  h("label", { class: "small" }, h("input", { type: "number", class: "field tiny", part: "input", min: 0, max: 60, step: 0.5, inputmode: "decimal", ...unrecorded,
    ".value": item.years ?? "", "aria-label": phrases.text("widget.years-of", { what: draft.label(item) }),
    onchange: ({ target }) => draft.replaceAt("occupations", at, { ...item, years: target.value === "" ? undefined : Number(target.value) }) }),
  phrases.text("widget.years"));

/** How well a skill is mastered, of four. */
const level = ({ draft, phrases }) => (item, at) => {
  const skill = item.skill ?? item;
  return choice({ values: [1, 2, 3, 4], text: (value) => phrases.text(`widget.level.${value}`), value: item.level, none: phrases.text("widget.level"),
    label: phrases.text("widget.level-of", { what: draft.label(item) }), small: true,
    choose: (value) => draft.replaceAt("skills", at, value ? { skill, level: Number(value) } : skill) });
};

function choice({ id, values, text, value, none, label, small, choose, field }) {
  return h("select", { id, class: small ? "field tiny" : "field", part: "input", "aria-label": label, "data-field": field, ...unrecorded, onchange: ({ target }) => choose(target.value) },
    none !== undefined && h("option", { value: "" }, none),
    values.map((one) => h("option", { value: one, ".selected": String(one) === String(value) }, text(one))));
}

/** Where the visitor lives. */
function home(context) {
  const { draft, newest, phrases, say, first } = context;
  const label = phrases.text("widget.home");
  const list = chips({ label, phrases, text: (place) => place.label ?? nameOf(place), remove: () => draft.set("home"), removed: say, home: () => box.field });
  const box = combobox({
    label, phrases, say, first, free: true, hint: phrases.text("widget.home.hint"), placeholder: phrases.text("widget.home.example"),
    suggest: async (text) => (await newest("places", text, 8)).map((place) => ({
      label: place.label, value: place, hint: phrases.word("country", place.country, "region") })),
    choose: (place, text) => {
      if (place) draft.labels[keyOf(place.home)] = place.label;
      draft.set("home", place ? place.home : text);
      say(phrases.text("widget.added", { what: place?.label ?? text }));
    },
  });
  box.field.dataset.field = "home";
  return {
    element: h("div", { class: "concepts" }, box.element, list.element),
    update: () => {
      const place = draft.get("home");
      list.show(place ? [typeof place === "string" ? { name: place } : { ...place, label: draft.labels[keyOf(place)] }] : []);
    },
  };
}

/** What a chosen place is remembered by. */
export const keyOf = ({ code, name, country }) => `${country}:${code ?? name}`;
const nameOf = (place) => [place.postcode, place.name ?? place.text ?? place.code ?? place.area].filter(Boolean).join(" ");

/** Several of a few. */
function boxes({ draft, phrases }, { path, name, values, text }) {
  const inputs = values.map((value) => h("input", { type: "checkbox", ".value": value, class: "box",
    onchange: () => draft.set(path, inputs.filter(({ checked }) => checked).map((input) => input.value)) }));
  return {
    element: h("fieldset", { class: "boxes", part: "boxes", "data-field": path, tabindex: -1 }, h("legend", {}, phrases.text(`widget.${name}`)),
      h("div", { class: "wrap" }, values.map((value, at) => h("label", { class: "toggle", part: "toggle" }, inputs[at], h("span", {}, text(value)))))),
    update: () => inputs.forEach((input) => (input.checked = draft.list(path).includes(input.value))),
  };
}

/** The longest way to work: a slider beside its number. */
function minutes({ draft, phrases }) {
  const id = unique("minutes");
  const shown = h("output", { for: id, class: "amount" });
  const slider = h("input", { id, type: "range", class: "slider", part: "slider", min: 10, max: 125, step: 5, "data-field": "commute",
    oninput: () => (told(), draft.set("commute.minutes", slider.valueAsNumber > 120 ? undefined : slider.valueAsNumber)) });
  const told = () => {
    const any = slider.valueAsNumber > 120;
    const text = phrases.text(any ? "widget.minutes.any" : "widget.minutes.most", { minutes: slider.valueAsNumber });
    shown.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };
  return {
    element: h("div", {}, h("div", { class: "row between" }, h("label", { for: id }, phrases.text("widget.minutes")), shown), slider),
    update: () => {
      slider.valueAsNumber = draft.get("commute.minutes") ?? 125;
      told();
    },
  };
}

function number({ draft, phrases }, { path, name, least, most, step = 1 }) {
  const id = unique(name);
  const field = h("input", { id, type: "number", class: "field", part: "input", min: least, max: most, step, inputmode: "numeric", "data-field": path.split(".")[0], ...unrecorded,
    onchange: () => {
      const value = field.value === "" ? undefined : Math.min(most, Math.max(least, field.valueAsNumber));
      draft.set(path, value);
      // An upper and a lower end are one wish: one alone is both.
      if (path.startsWith("hours.") && value !== undefined) {
        const other = path === "hours.min" ? "hours.max" : "hours.min";
        const beside = draft.get(other);
        if (beside === undefined || (path === "hours.min" ? beside < value : beside > value)) draft.set(other, value);
      } else if (path.startsWith("hours.")) draft.set("hours");
    } });
  return {
    element: h("div", {}, h("label", { for: id }, phrases.text(`widget.${name}`)), field),
    update: () => (field.value = draft.get(path) ?? ""),
  };
}

function day({ draft, phrases }, { path, name }) {
  const id = unique(name);
  const field = h("input", { id, type: "date", class: "field", part: "input", "data-field": path, ...unrecorded, onchange: () => draft.set(path, field.value) });
  return {
    element: h("div", {}, h("label", { for: id }, phrases.text(`widget.${name}`)), field),
    update: () => (field.value = draft.get(path) ?? ""),
  };
}

function education({ draft, phrases }) {
  const id = unique("education");
  const element = h("div", {}, h("label", { for: id }, phrases.text("widget.education")));
  return {
    element,
    update: () => {
      element.querySelector("select")?.remove();
      element.append(choice({ id, values: [1, 2, 3, 4, 5, 6, 7, 8], text: (eqf) => phrases.text(`education-level.${eqf}`), none: phrases.text("widget.not-said"),
        value: draft.get("education.eqf"), field: "education", choose: (eqf) => draft.set("education", eqf ? { eqf: Number(eqf) } : undefined) }));
    },
  };
}

/** Languages with their levels. */
function languages({ draft, phrases, say }) {
  const label = phrases.text("widget.languages");
  const name = ({ language }) => phrases.word("language", language, "language");
  const list = chips({
    label, phrases, text: name, remove: (at) => draft.removeAt("languages", at), removed: say, home: () => picker,
    beside: (item, at) => choice({ values: LEVELS, text: (cefr) => phrases.text(`widget.cefr.${cefr}`), none: phrases.text("widget.level"), value: item.level, small: true,
      label: phrases.text("widget.level-of", { what: name(item) }),
      choose: (cefr) => draft.replaceAt("languages", at, { language: item.language, ...(cefr && { level: cefr }) }) }),
  });
  const id = unique("languages");
  const picker = h("select", { id, class: "field", part: "input", "data-field": "languages", ...unrecorded,
    onchange: () => {
      const language = picker.value;
      picker.value = "";
      if (!language) return;
      draft.add("languages", { language });
      say(phrases.text("widget.added", { what: name({ language }) }));
    } },
  h("option", { value: "" }, phrases.text("widget.choose")),
  SPOKEN.map((language) => h("option", { value: language }, name({ language }))));
  return {
    element: h("div", { class: "concepts" }, h("label", { for: id }, label), picker, list.element),
    update: () => list.show(draft.list("languages")),
  };
}
