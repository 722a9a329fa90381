import { h, s, fill, unique } from "../dom.js";
import { outgoing } from "../links.js";

/** How many reasons stand on a closed card. */
const REASONS = 3;
/** Characters of a title that are shown. */
const LONGEST = 200;
/** Losses below a twentieth of a point are not worth a line. */
const WORTH = 500;

/** One offer: what it is, how well it fits, what is missing in words, and on demand everything. `match` has no score while browsing. */
export function card(context, match) {
  const { phrases } = context;
  const { card: offer, explanation } = match;
  const titleId = unique("title");
  const element = h("article", { class: "card", part: "card", "aria-labelledby": titleId, "data-offer": match.offer },
    h("div", { class: "head" },
      h("div", { class: "what" }, title(context, match, titleId), h("p", { class: "meta" }, facts(phrases, offer).map((fact) => h("span", {}, fact)))),
      match.score !== undefined && score(phrases, match)),
    match.travel && h("p", { class: "way" }, pin(), phrases.travel(match.travel)),
    explanation && reasons(phrases, explanation),
    match.unverified?.length > 0 && h("p", { class: "unverified" },
      phrases.text("widget.pair", { name: phrases.text("ui.unverified"), what: match.unverified.map((filter) => phrases.text(`filter.${filter}`)).join(", ") })),
    actions(context, match));
  return element;
}

function title({ phrases, marks, select }, { offer, card: { title: name, link } }, id) {
  const address = outgoing(link, marks);
  const text = name?.slice(0, LONGEST) || phrases.text("widget.untitled");
  return h("h4", { id, class: "title", part: "title" },
    address
      ? h("a", { href: address, target: "_blank", rel: "noopener", referrerpolicy: "strict-origin-when-cross-origin", part: "link",
          onclick: (event) => select(offer, address) || event.preventDefault() },
        text, h("span", { class: "visually-hidden" }, " ", phrases.text("widget.new-tab")))
      : text);
}

/** Employer, places, contract, hours, pay, last day, source. */
export function facts(phrases, offer) {
  const { hours, pay } = offer;
  const range = (from, to, word) => (from === undefined || to === undefined || from === to ? word(to ?? from) : `${word(from)} – ${word(to)}`);
  return [
    offer.employer,
    offer.places?.map(({ label }) => label).slice(0, 3).join(", "),
    offer.contract && phrases.text(`contract.${offer.contract}`),
    hours && phrases.text("widget.card.hours", { hours: range(hours.min, hours.max, (value) => phrases.number.format(value)) }),
    pay && (pay.min !== undefined || pay.max !== undefined) &&
      phrases.text(`widget.card.pay.${pay.period}`, { pay: range(pay.min, pay.max, (value) => phrases.money(value, pay.currency)) }),
    offer.valid_through && phrases.text("widget.card.until", { day: { day: offer.valid_through } }),
    sources(offer) && phrases.text("widget.card.source", { source: sources(offer) }),
  ].filter(Boolean).map((fact) => fact.slice(0, LONGEST));
}

/** Where it comes from: its own source, else the catalogues that hold it, where there are several. */
const sources = ({ source, catalogues = [] }) => [source, ...(catalogues.length > 1 || !source ? catalogues : [])].filter(Boolean).join(", ");

/** A ring, a number and a word; read as one sentence. */
function score(phrases, { score: value, band }) {
  const points = phrases.points(value);
  const around = 2 * Math.PI * 20;
  return h("div", { class: `score ${band}`, part: "score" },
    h("span", { class: "visually-hidden" }, phrases.text("widget.card.score", { points, band: phrases.text(`band.${band}`) })),
    h("div", { class: "ring", "aria-hidden": "true" },
      s("svg", { viewBox: "0 0 48 48", width: 56, height: 56, focusable: "false" },
        s("circle", { cx: 24, cy: 24, r: 20, class: "track" }),
        s("circle", { cx: 24, cy: 24, r: 20, class: "arc", "stroke-dasharray": `${(around * value) / 1_000_000} ${around}`, transform: "rotate(-90 24 24)" })),
      h("span", { class: "points" }, phrases.number.format(Math.round(value / 10_000)))),
    h("span", { class: "band", "aria-hidden": "true" }, phrases.text(`band.${band}`)));
}

/** What costs most, in words: each criterion's loss with its first line, in the engine's order. */
function reasons(phrases, { criteria }) {
  const costly = criteria.filter(({ lost, lines }) => lost >= WORTH && lines.length > 0);
  if (costly.length === 0) return h("p", { class: "all-well" }, phrases.text("ui.nothing-missing"));
  return h("div", { class: "reasons" },
    h("p", { class: "label" }, phrases.text("ui.points-lost")),
    h("ul", { part: "reasons" }, costly.slice(0, REASONS).map(({ criterion: id, lost, lines }) =>
      reason(phrases, { ...lines[0], lost }, phrases.text(`criterion.${id}`)))));
}

function reason(phrases, line, of) {
  const words = phrases.line(line);
  return h("li", { class: "reason" },
    line.lost >= WORTH
      ? h("span", { class: "lost" }, `−${phrases.points(line.lost)}`, h("span", { class: "visually-hidden" }, " ", phrases.text("ui.points"), " "))
      : h("span", { class: "lost none", "aria-hidden": "true" }, "–"),
    h("span", {}, of ? phrases.text("widget.pair", { name: of, what: words }) : words,
      line.gain >= WORTH && h("span", { class: "gain" }, ` ${phrases.text("ui.gain", { points: `+${phrases.points(line.gain)}` })}`)));
}

function actions(context, match) {
  const { phrases, chosen } = context;
  const panelId = unique("why");
  const panel = h("div", { id: panelId, class: "why", part: "why", hidden: true });
  const why = match.explanation && h("button", { type: "button", class: "quiet", part: "button", "aria-expanded": "false", "aria-controls": panelId,
    "aria-label": phrases.text("widget.pair", { name: phrases.text("ui.why"), what: match.card.title }),
    onclick: () => {
      panel.hidden = !panel.hidden;
      why.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden && panel.childElementCount === 0) detail(context, match, panel);
    } }, phrases.text("ui.why"));
  const keep = h("button", { type: "button", class: "quiet keep", part: "button keep", "aria-pressed": String(chosen.has(match.offer)),
    "aria-label": phrases.text("widget.pair", { name: phrases.text("widget.card.keep"), what: match.card.title }),
    onclick: () => {
      const is = context.choose(match.offer);
      keep.setAttribute("aria-pressed", String(is));
    } }, star(), phrases.text("widget.card.keep"));
  return [h("div", { class: "row wrap actions" }, why, keep), panel];
}

/** Every criterion with its lines, and the trainings that would help. */
function detail(context, { offer, explanation, card: { title: name } }, panel) {
  const { phrases, ask, draft } = context;
  fill(panel,
    h("p", { class: "hint" }, phrases.text("widget.card.sides", {
      fit: phrases.points(explanation.fit), wish: phrases.points(explanation.wish), confidence: phrases.share.format(explanation.confidence) })),
    h("ul", { class: "criteria", "aria-label": phrases.text("widget.pair", { name: phrases.text("ui.why"), what: name }) },
      explanation.criteria.map((part) => criterion(phrases, part))));
  ask("missing", draft.toJSON(), offer).then((missing) => {
    const taught = missing.filter(({ trainings }) => trainings.length > 0);
    if (taught.length > 0) panel.append(h("div", { class: "learn" }, h("p", { class: "label" }, phrases.text("widget.trainings")), taught.slice(0, 4).map((lesson) => skill(context, lesson))));
  }, () => {});
}

function criterion(phrases, { criterion: id, lost, state, lines }) {
  const name = phrases.text(`criterion.${id}`);
  return h("li", { class: "criterion" },
    h("div", { class: "row between" }, h("strong", {}, state === "unknown" ? `${name} (${phrases.text("ui.not-stated")})` : name),
      lost >= WORTH
        ? h("span", { class: "lost" }, `−${phrases.points(lost)}`)
        : h("span", { class: "gain" }, h("span", { "aria-hidden": "true" }, "✓"), h("span", { class: "visually-hidden" }, phrases.text("ui.nothing-missing")))),
    s("svg", { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
      s("rect", { class: "track", width: 100, height: 4 }), s("rect", { class: "loss", width: Math.min(100, lost / 10_000), height: 4 })),
    lines.length > 0 && h("ul", {}, lines.map((line) => reason(phrases, line))));
}

/** A skill with the courses that teach it. */
export function skill(context, { label, gain, trainings }) {
  const { phrases } = context;
  return h("div", { class: "lesson" },
    h("p", {}, h("strong", {}, label), gain >= WORTH && h("span", { class: "gain" }, ` ${phrases.text("ui.gain", { points: `+${phrases.points(gain)}` })}`)),
    trainings.length > 0 && h("ul", {}, trainings.slice(0, 3).map((course) => h("li", {}, training(context, course)))));
}

export function training({ phrases, marks }, { title: name, provider, link, weeks, cost, sessions, places }) {
  const address = outgoing(link, marks);
  const about = [
    provider, places?.map(({ label }) => label).slice(0, 2).join(", "),
    weeks && phrases.text("widget.training.weeks", { weeks }),
    cost !== undefined && (cost === 0 ? phrases.text("widget.training.free") : phrases.money(cost, "EUR")),
    sessions?.[0] && phrases.text("widget.training.starts", { day: { day: sessions[0].start } }),
  ].filter(Boolean);
  return [
    address ? h("a", { href: address, target: "_blank", rel: "noopener", part: "link" }, name, h("span", { class: "visually-hidden" }, " ", phrases.text("widget.new-tab"))) : name,
    about.length > 0 && h("span", { class: "hint" }, ` – ${about.join(" · ")}`),
  ];
}

const pin = () => s("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
  s("path", { d: "M8 1a5 5 0 0 0-5 5c0 3.6 5 9 5 9s5-5.4 5-9a5 5 0 0 0-5-5Zm0 7a2 2 0 1 1 0-4 2 2 0 0 1 0 4Z" }));
const star = () => s("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
  s("path", { d: "m8 1.6 2 4.1 4.5.7-3.3 3.1.8 4.5L8 11.9 4 14l.8-4.5L1.5 6.4 6 5.7Z" }));
