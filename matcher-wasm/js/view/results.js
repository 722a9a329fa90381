import { fill, h } from "../dom.js";
import { Overtaken } from "../engine.js";
import { card, skill } from "./card.js";
import { facets } from "./facets.js";
import { map } from "./map.js";

/** Offers of which the map shows a dot. */
const DOTS = 300;
/** Once nothing has changed for so long, the slower questions are asked. */
const CALM = 400;

/** The list of offers, what stands above it and what would make it longer. */
export function results(context) {
  const { draft, phrases, say } = context;
  const t = (key, args) => phrases.text(key, args);
  const heading = h("h3", { class: "heading", part: "heading", tabindex: -1 }, t("widget.results"));
  const summary = h("p", { class: "summary", part: "summary-line" });
  const questions = h("div", { class: "panel ask", part: "questions", hidden: true });
  const list = h("ol", { class: "list", part: "list", "aria-label": t("widget.results") });
  const uncertain = h("div", { hidden: true });
  const moreButton = h("button", { type: "button", part: "button", hidden: true, onclick: () => more() }, t("ui.show-more"));
  const advice = h("div", { class: "panel advice", part: "advice", hidden: true });
  const left = h("div", { class: "panel left-out", part: "left-out", hidden: true });
  const mapped = h("div", {});
  const mapPanel = h("details", { class: "section flat", part: "section", ontoggle: () => drawMap() }, h("summary", { part: "summary" }, t("widget.map")), mapped);
  const box = facets({ phrases, first: context.first, onchange: () => ((top = context.page), look()) });
  const element = h("section", { class: "results", part: "results", "aria-busy": "false", "aria-label": t("widget.results") },
    heading, summary, questions, box.element, mapPanel, list, uncertain, h("div", { class: "row center" }, moreButton), left, advice);
  let top = context.page;
  let calm;
  let latest;

  const options = () => ({
    facets: true, keywords: box.choice.keywords || undefined, chosen: Object.keys(box.choice.chosen).length > 0 ? box.choice.chosen : undefined, tags: context.tags,
  });

  /** Asks again and shows the answer; resolves once it is shown, or once a newer question has taken over. */
  async function look() {
    clearTimeout(calm);
    element.setAttribute("aria-busy", "true");
    const profile = draft.toJSON();
    try {
      const answer = draft.isEmpty
        ? browsed(await context.newest("browse", { ...options(), top }))
        : await context.newest("search", profile, { ...options(), top, explain: true, min_confidence: context.confidence });
      latest = { answer, profile };
      show(answer);
    } catch (fault) {
      if (!(fault instanceof Overtaken)) context.fail(fault);
      return undefined;
    } finally {
      element.setAttribute("aria-busy", "false");
    }
    return latest.answer;
  }

  function show(answer) {
    Object.assign(phrases.names, answer.names);
    const { matches, uncertain: unsure } = answer;
    const asking = answer.questions.length > 0;
    summary.textContent = sentence(answer);
    say(summary.textContent);
    ask(answer);
    fill(list, matches.map((match) => h("li", {}, card(context, match))));
    list.hidden = matches.length === 0;
    uncertain.hidden = unsure.length === 0;
    fill(uncertain, unsure.length > 0 && [h("h4", {}, t("ui.uncertain")), h("ol", { class: "list" }, unsure.map((match) => h("li", {}, card(context, match))))]);
    moreButton.hidden = answer.selected <= matches.length || asking;
    box.show(answer.facets);
    mapPanel.hidden = matches.length === 0;
    drawMap();
    advice.hidden = true;
    left.hidden = true;
    if (!draft.isEmpty && !asking) calm = setTimeout(slower, CALM);
    context.shown(answer);
  }

  function sentence({ eligible, considered, selected, browsing, questions: open, matches }) {
    if (considered === 0) return t("widget.no-offers");
    if (browsing) return t("widget.summary.browse", { offers: selected });
    if (open.length > 0) return t("widget.summary.questions");
    if (eligible === 0) return t("widget.summary.none", { considered });
    if (selected < eligible) return t("widget.summary.selected", { selected, eligible, considered });
    return t(matches.length > 0 ? "widget.summary" : "ui.nothing-found", { eligible, considered });
  }

  /** “Not enough information”, with the field that says most. */
  function ask({ questions: fields, issues = [] }) {
    const doubts = issues.filter(({ severity }) => severity !== "note").slice(0, 3);
    questions.hidden = fields.length === 0 && doubts.length === 0;
    fill(questions,
      fields.length > 0 && [h("p", { class: "label" }, t("ui.questions")),
        h("ul", { class: "plain" }, fields.slice(0, 3).map((field) => h("li", {},
          h("button", { type: "button", class: "quiet", part: "button", onclick: () => context.focus(field) }, t(`question.${field}`)))))],
      doubts.length > 0 && [h("p", { class: "label" }, t("widget.not-understood")), h("ul", {}, doubts.map(({ cause, pointer }) => h("li", {}, doubt(pointer) ?? cause)))]);
  }

  /** What an issue is about, as the visitor wrote it. */
  function doubt(pointer) {
    const value = (pointer ?? "").split("/").slice(1).reduce((object, name) => object?.[name], latest?.profile);
    const text = typeof value === "object" ? draft.label(value ?? {}) : value;
    return text ? t("widget.doubt", { what: String(text) }) : undefined;
  }

  async function more() {
    const before = list.childElementCount;
    top += context.page;
    await look();
    list.children[before]?.querySelector("a, button")?.focus();
  }

  async function drawMap() {
    if (!mapPanel.open || !latest) return;
    const found = latest.answer.browsing
      ? browsed(await context.ask("browse", { ...options(), top: DOTS }))
      : await context.ask("search", latest.profile, { ...options(), facets: false, top: DOTS });
    fill(mapped, map(context, { home: await homeOf(latest.profile), offers: found.matches }));
  }

  /** Coordinates of home, asked of the engine's own places. */
  async function homeOf({ home }) {
    if (!home) return undefined;
    if (home.lat !== undefined) return home;
    const words = typeof home === "string" ? home : (draft.labels[`${home.country}:${home.code ?? home.name}`] ?? home.postcode ?? home.name ?? home.text ?? "");
    const name = words.replace(/\s*\([^)]*\)\s*$/, "");
    const found = await context.ask("places", name, 20).catch(() => []);
    return found.find(({ code, country }) => home.code && code === home.code && country === home.country) ?? found[0];
  }

  async function slower() {
    const { profile, answer } = latest;
    try {
      const { openings, lessons, names } = await context.newest("advice", profile);
      Object.assign(phrases.names, names);
      advise(openings, lessons);
      if (box.choice.keywords) await leftOut(answer, profile);
    } catch (fault) {
      if (!(fault instanceof Overtaken)) context.fail(fault);
    }
  }

  /** The change that opens most offers, and what would be worth learning. */
  function advise(openings, lessons) {
    advice.hidden = openings.length === 0 && lessons.length === 0;
    fill(advice,
      openings.length > 0 && [h("h4", {}, t("ui.openings")), h("ul", { class: "plain" }, openings.map(({ change, offers }) => h("li", { class: "row between wrap" },
        h("span", {}, t("ui.opening", { change: phrases.change(change), offers })),
        h("button", { type: "button", part: "button", "aria-label": t("widget.pair", { name: t("widget.try"), what: phrases.change(change) }),
          onclick: () => (draft.apply(change), heading.focus()) }, t("widget.try")))))],
      lessons.length > 0 && [h("h4", {}, t("widget.lessons")), lessons.map((lesson) => h("div", { class: "lesson" },
        h("p", { class: "hint" }, t("widget.lesson", { offers: lesson.offers, skill: lesson.label })), skill(context, lesson)))]);
  }

  /** Offers that the keywords find and a limit keeps out, each with its reason on demand. */
  async function leftOut({ matches }, profile) {
    const found = (await context.ask("browse", { keywords: box.choice.keywords, top: 50 })).offers;
    const in_list = new Set(matches.map(({ offer }) => offer));
    const others = found.filter(({ offer }) => !in_list.has(offer)).slice(0, 20);
    const reasons = await Promise.all(others.map(({ offer }) => context.ask("whyNot", profile, offer)));
    Object.assign(phrases.names, ...reasons.map(({ names }) => names));
    const out = reasons.filter(({ refusals }) => refusals.length > 0).slice(0, 5);
    left.hidden = out.length === 0;
    fill(left, h("h4", {}, t("widget.left-out", { count: out.length })),
      h("ul", { class: "plain" }, out.map((why) => h("li", {}, h("p", {}, h("strong", {}, why.title)), whyNot(why)))));
  }

  function whyNot({ refusals, relaxation }) {
    return [
      h("p", { class: "label" }, t("ui.refused-line")),
      h("ul", {}, refusals.map(({ line }) => h("li", {}, phrases.line(line)))),
      relaxation.length > 0
        ? [h("p", { class: "label" }, t("ui.relaxation-line")), h("ul", {}, relaxation.map((change) => h("li", {}, phrases.change(change)))),
          h("button", { type: "button", part: "button", onclick: () => (relaxation.forEach((change) => draft.apply(change)), heading.focus()) }, t("widget.try"))]
        : h("p", {}, t("ui.no-relaxation")),
    ];
  }

  return { element, look: () => ((top = context.page), look()), focus: () => heading.focus(), latest: () => latest };
}

/** What there is without a profile, in the form of an answer. */
const browsed = ({ considered, selected, offers, facets: found }) => ({
  browsing: true, considered, eligible: selected, selected, questions: [], issues: [], uncertain: [], facets: found,
  matches: offers.map((offer) => ({ offer: offer.offer, card: offer })),
});
