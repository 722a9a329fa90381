import { fill, h } from "../dom.js";

/**
 * A list of what was chosen, each with a button that removes it, and what else `beside(item, at)` and `under(item, at)` put there.
 * Focus goes to the neighbour of what was removed, else to `home()`.
 */
export function chips({ label, text, beside, under, remove, removed, phrases, home }) {
  const element = h("ul", { class: "chips", part: "chips", "aria-label": label });
  return {
    element,
    show(items) {
      element.hidden = items.length === 0;
      fill(element, items.map((item, at) =>
        h("li", { class: "chip", part: "chip" },
          h("span", { class: "name" }, text(item)),
          beside?.(item, at),
          h("button", { type: "button", class: "remove", part: "remove", "aria-label": phrases.text("widget.remove", { what: text(item) }),
            onclick: () => {
              remove(at);
              const buttons = element.querySelectorAll(".remove");
              (buttons[Math.min(at, buttons.length - 1)] ?? home()).focus();
              removed?.(phrases.text("widget.removed", { what: text(item) }));
            } }, cross()),
          under?.(item, at))));
    },
  };
}

const cross = () => h("span", { class: "cross", "aria-hidden": "true" }, "×");
