import { fill, h, unique } from "../dom.js";

const FACETS = ["contract", "country", "place", "employer", "source"];
const MOST = 12;

/** The keyword box and the facets over the results; `onchange()` after each choice, `choice` is what was chosen. */
export function facets({ phrases, onchange, first }) {
  const id = unique("keywords");
  const choice = { keywords: "", chosen: {} };
  let later;
  const field = h("input", { id, type: "search", class: "field", part: "input", autocomplete: "off", spellcheck: "false", onfocus: first,
    oninput: () => {
      clearTimeout(later);
      later = setTimeout(() => ((choice.keywords = field.value.trim()), onchange()), 150);
    } });
  const groups = h("div", { class: "facets" });
  const panel = h("details", { class: "section flat", part: "section" }, h("summary", { part: "summary" }, phrases.text("widget.filters")), groups);
  const element = h("div", { class: "toolbar", part: "toolbar", role: "search", "aria-label": phrases.text("widget.among") },
    h("div", { class: "grow" }, h("label", { for: id }, phrases.text("widget.keywords")), field), panel);

  function named(facet, { value }) {
    if (facet === "contract") return phrases.text(`contract.${value}`);
    if (facet === "country") return phrases.word("country", value, "region");
    return value;
  }

  function show(found = []) {
    const active = element.getRootNode().activeElement?.dataset?.value;
    const shown = found.filter(({ facet, values }) => (FACETS.includes(facet) || facet.startsWith("tag:")) && (values.length > 1 || choice.chosen[facet]));
    panel.hidden = shown.length === 0;
    fill(groups, shown.map(({ facet, values }) =>
      h("fieldset", { class: "boxes" }, h("legend", {}, facet.startsWith("tag:") ? facet.slice(4) : phrases.text(`widget.facet.${facet}`)),
        h("div", { class: "wrap" }, values.slice(0, MOST).map((value) =>
          h("label", { class: "toggle", part: "toggle" },
            h("input", { type: "checkbox", class: "box", "data-value": `${facet}=${value.value}`, ".checked": value.chosen ?? choice.chosen[facet]?.includes(value.value) ?? false,
              onchange: ({ target }) => choose(facet, value.value, target.checked) }),
            h("span", {}, named(facet, value), h("span", { class: "beside" }, ` ${phrases.number.format(value.count)}`))))))));
    if (active) groups.querySelector(`[data-value="${CSS.escape(active)}"]`)?.focus();
  }

  function choose(facet, value, is) {
    const before = choice.chosen[facet] ?? [];
    choice.chosen[facet] = is ? [...before, value] : before.filter((other) => other !== value);
    if (choice.chosen[facet].length === 0) delete choice.chosen[facet];
    onchange();
  }

  return { element, choice, show };
}
