import { fill, h, unique } from "../dom.js";
import { Overtaken } from "../engine.js";
import { training } from "./card.js";

/**
 * For who has no trade yet, written for minors: from what one likes doing to trainings and trades. Nothing is stored and no
 * pay is asked for.
 */
export function explore(context) {
  const { phrases, say } = context;
  const t = (key, args) => phrases.text(key, args);
  const chosen = new Set();
  const choices = h("div", { class: "fields" });
  const found = h("div", { "aria-busy": "false" });
  const headingId = unique("ideas");
  const heading = h("h3", { id: headingId, class: "heading", tabindex: -1 }, t("widget.explore.found"));
  // On a narrow page the ideas stand below all answers; the way there stays in sight.
  const there = h("button", { type: "button", class: "primary there", part: "button primary", hidden: true, onclick: () => heading.focus() }, t("widget.explore.look"));
  const element = h("div", { class: "explore", part: "explore" },
    h("div", { class: "panel" }, h("h3", { class: "heading" }, t("widget.explore")), h("p", { class: "hint" }, t("widget.explore.hint")), choices, there),
    // On a wide page they stay beside the answers and scroll by themselves, by keyboard too.
    h("section", { class: "panel ideas", part: "ideas", tabindex: 0, "aria-labelledby": headingId }, heading, found));

  async function start() {
    const all = await context.ask("choices");
    fill(choices, ["activity", "interest", "subject"].map((kind) => {
      const some = all.filter((choice) => choice.kind === kind);
      return some.length > 0 && h("fieldset", { class: "boxes" }, h("legend", {}, t(`widget.explore.${kind}`)),
        h("div", { class: "wrap" }, some.map((choice) => h("label", { class: "toggle", part: "toggle" },
          h("input", { type: "checkbox", class: "box", onchange: ({ target }) => pick(choice.id, target.checked) }), h("span", {}, choice.label)))));
    }));
    look();
  }

  function pick(id, is) {
    if (is) chosen.add(id);
    else chosen.delete(id);
    look();
  }

  async function look() {
    there.hidden = chosen.size === 0;
    if (chosen.size === 0) return fill(found, h("p", { class: "hint" }, t("widget.explore.none")));
    try {
      const { trainings, occupations } = await context.newest("explore", [...chosen], 10);
      say(t("widget.explore.count", { trainings: trainings.length, trades: occupations.length }));
      return fill(found,
        trainings.length > 0 && [h("h4", {}, t("widget.explore.trainings")), h("ul", { class: "plain" }, trainings.map((course) => h("li", {}, training(context, course))))],
        h("h4", {}, t("widget.explore.trades")),
        h("ol", { class: "trades" }, occupations.map((trade) => h("li", {}, title(trade),
          trade.because.length > 0 && h("p", { class: "hint" }, t("widget.explore.because", { what: trade.because.join(", ") }))))));
    } catch (fault) {
      if (!(fault instanceof Overtaken)) context.fail(fault);
      return undefined;
    }
  }

  /** In the visitor's language where the trade has such a title; ROME's own beside it, marked as French. */
  function title({ label, language, also }) {
    const own = { lang: language !== phrases.language && language };
    return also ? [h("strong", {}, also), " ", h("span", { class: "beside", ...own }, label)] : h("strong", own, label);
  }

  return { element, start };
}
