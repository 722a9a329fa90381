import { fill, h } from "../dom.js";

/** Saving, printing, sending to an adviser, erasing: each by a button that the visitor presses. */
export function handover(context) {
  const { draft, phrases, convert, say, modal, send, erase } = context;
  const t = (key, args) => phrases.text(key, args);
  const remember = h("input", { type: "checkbox", class: "box", ".checked": context.memory.kept(), onchange: () => context.memory.keep(remember.checked, draft) });
  const button = (key, onclick, kind = "") => h("button", { type: "button", class: kind, part: "button", onclick }, t(key));
  const printed = h("div", { class: "printed" });
  const element = h("div", { class: "panel hand-over", part: "hand-over" },
    h("h3", { class: "heading" }, t("widget.file")),
    h("p", { class: "hint" }, t("widget.file.hint")),
    h("div", { class: "row wrap" },
      button("widget.save", () => save("job-match-profile.json", JSON.stringify(draft, null, 2))),
      button("widget.save.resume", async () => save("resume.json", await convert("writeResume", draft.toJSON()))),
      button("ui.print", () => paper()),
      context.adviser && button("widget.send", () => review(), "primary"),
      button("widget.erase", () => confirm(), "danger")),
    context.remembers && h("label", { class: "toggle", part: "toggle" }, remember, h("span", {}, t("widget.remember"))));

  /** A file made in the page: nothing is fetched and nothing is sent. */
  function save(name, content) {
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    const link = h("a", { href: address, download: name, hidden: true });
    element.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say(t("widget.saved", { file: name }));
  }

  /** The answers stand above the offers on paper only, and only while it is printed. */
  function paper() {
    fill(printed, [h("h3", { class: "heading" }, t("widget.file")), sheet(fields(context, draft.toJSON()))]);
    addEventListener("afterprint", () => fill(printed), { once: true });
    print();
  }

  /** Everything that would be sent, before it is. */
  function review() {
    const profile = draft.toJSON();
    const offers = context.chosenOffers();
    const rows = fields(context, profile);
    if (rows.length === 0) return modal.open(t("widget.send"), h("p", {}, t("widget.send.nothing")));
    return modal.open(t("widget.send"),
      h("p", {}, t("widget.send.hint", { host: location.hostname || "?" })),
      sheet(offers.length > 0 ? [...rows, [t("widget.send.offers"), offers.map(({ title, offer }) => title ?? offer).join("; ")]] : rows),
      h("div", { class: "row wrap end" },
        h("button", { type: "button", class: "quiet", part: "button", onclick: modal.close }, t("widget.cancel")),
        h("button", { type: "button", class: "primary", part: "button primary",
          onclick: () => {
            send({ profile, offers: offers.map(({ offer }) => offer) });
            modal.close();
            say(t("widget.sent"));
          } }, t("widget.send.now"))));
  }

  function confirm() {
    modal.open(t("widget.erase"), h("p", {}, t("widget.erase.hint")),
      h("div", { class: "row wrap end" },
        h("button", { type: "button", class: "quiet", part: "button", onclick: modal.close }, t("widget.cancel")),
        h("button", { type: "button", class: "danger", part: "button danger", onclick: () => {
          remember.checked = false;
          erase();
          modal.close();
          say(t("widget.erased"));
        } }, t("widget.erase.now"))));
  }

  return { element, printed };
}

const sheet = (rows) => h("dl", { class: "sheet" }, rows.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));

/** Every field of a profile with its name and its value in words: nothing of the record is left out. */
export function fields({ phrases, draft }, profile) {
  const t = (key, args) => phrases.text(key, args);
  const number = (value) => phrases.number.format(value);
  const list = (values, text) => values.map(text).join(", ");
  const named = (item) => draft.label(item);
  const known = {
    text: (text) => [t("widget.cv"), text],
    skills: (skills) => [t("widget.skills"), list(skills, (item) => (item.level ? `${named(item)} (${t(`widget.level.${item.level}`)})` : named(item)))],
    occupations: (jobs) => [t("widget.occupations"), list(jobs, (item) => (item.years === undefined ? named(item) : `${named(item)} (${number(item.years)} ${t("widget.years")})`))],
    wishes: (wishes) => [t("widget.wishes"), list(wishes, named)],
    languages: (spoken) => [t("widget.languages"), list(spoken, ({ language, level }) => [phrases.word("language", language, "language"), level].filter(Boolean).join(" "))],
    education: ({ eqf }) => [t("widget.education"), t(`education-level.${eqf}`)],
    licences: (licences) => [t("widget.licences"), licences.join(", ")],
    home: (place) => [t("widget.home"), typeof place === "string" ? place : (draft.labels[`${place.country}:${place.code ?? place.name}`] ?? Object.values(place).join(" "))],
    contracts: (kinds) => [t("widget.contracts"), list(kinds, (kind) => t(`contract.${kind}`))],
    hours: ({ min, max }) => [t("widget.hours"), [min, max].filter((one) => one !== undefined).map(number).join(" – ")],
    pay: ({ min, max, currency = "EUR", period = "month" }) => [t("widget.pay"), `${phrases.money(min ?? max, currency)} / ${t(`period.${period}`)}`],
    available_from: (day) => [t("widget.available"), phrases.date(day)],
    exclusions: (items) => [t("widget.exclusions"), list(items, (item) => item.text ?? Object.values(item).join(" "))],
    "commute.modes": (modes) => [t("widget.modes"), list(modes, (mode) => t(`widget.mode.${mode}`))],
    "commute.minutes": (minutes) => [t("widget.minutes"), t("widget.minutes.most", { minutes })],
    "commute.days_on_site": (days) => [t("widget.days"), number(days)],
    "commute.countries": (codes) => [t("widget.countries"), list(codes, (code) => phrases.word("country", code, "region"))],
    "training.weeks": (weeks) => [t("widget.weeks"), number(weeks)],
    "training.budget": (budget) => [t("widget.budget"), phrases.money(budget, "EUR")],
  };
  const rows = [];
  for (const [name, value] of Object.entries(profile)) {
    if (name === "id") continue;
    const parts = name === "commute" || name === "training" ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner]) : [[name, value]];
    for (const [path, inner] of parts) rows.push(known[path]?.(inner) ?? [path, typeof inner === "string" ? inner : JSON.stringify(inner)]);
  }
  return rows;
}
