import { fill, h, unique } from "../dom.js";
import { unrecorded } from "../masks.js";

/**
 * A text field with suggestions. Field and list stand in one root, and no suggestion is active before an arrow key, so
 * that what is typed is still read out.
 *
 * `suggest(text)` promises `[{label, hint, value}]`; `choose(value, text)` is told what was chosen: a suggestion's value,
 * or `undefined` with the text where `free` allows words of one's own.
 */
export function combobox({ label, hint, say, suggest, choose, free, phrases, placeholder, first }) {
  const [fieldId, listId, hintId] = [unique("field"), unique("list"), unique("hint")];
  const list = h("ul", { id: listId, role: "listbox", class: "suggestions", part: "suggestions", "aria-label": label, hidden: true });
  const field = h("input", {
    id: fieldId, type: "text", role: "combobox", class: "field", part: "input", autocomplete: "off", autocapitalize: "none",
    spellcheck: "false", enterkeyhint: "done", placeholder, "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": listId, "aria-describedby": hint && hintId, ...unrecorded,
    oninput: () => look(), onkeydown: (event) => key(event), onblur: () => close(),
    onfocus: () => first?.(),
  });
  let shown = [];
  let active = -1;
  let asked = 0;

  async function look() {
    const number = (asked += 1);
    const text = field.value.trim();
    const found = text.length < 2 ? [] : await suggest(text).catch(() => []);
    if (number !== asked) return;
    // Whoever was quicker than the answer keeps the suggestion she has gone to, where it is still there.
    const before = shown[active]?.label;
    shown = found;
    active = -1;
    field.removeAttribute("aria-activedescendant");
    fill(list, shown.map((suggestion, at) => option(suggestion, at)));
    move(before === undefined ? -1 : shown.findIndex(({ label: name }) => name === before));
    open(shown.length > 0);
    if (text.length >= 2) say(phrases.text("widget.suggestions", { count: shown.length }));
  }

  function option({ label: text, hint: beside }, at) {
    // Pressed, not clicked: a click comes after the field has lost the focus and closed the list.
    return h("li", { id: `${listId}-${at}`, role: "option", part: "suggestion", "aria-selected": "false",
      onpointerdown: (event) => (event.preventDefault(), pick(at)) },
      h("span", {}, text), beside && h("span", { class: "beside" }, beside));
  }

  function open(is) {
    list.hidden = !is;
    field.setAttribute("aria-expanded", String(is));
  }

  function close() {
    asked += 1;
    open(false);
    move(-1);
  }

  function move(to) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = to;
    const now = list.children[active];
    if (!now) return field.removeAttribute("aria-activedescendant");
    now.setAttribute("aria-selected", "true");
    now.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", now.id);
  }

  function pick(at) {
    const text = field.value.trim();
    // Typed to the end, a suggestion is chosen without an arrow key.
    const suggestion = shown[at] ?? shown.find(({ label: name }) => name.toLowerCase() === text.toLowerCase());
    if (!suggestion && !(free && text)) return;
    field.value = "";
    close();
    choose(suggestion?.value, text);
    field.focus();
  }

  function key(event) {
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return shown.length > 0 && field.value ? open(true) : undefined;
      const step = event.key === "ArrowDown" ? 1 : -1;
      move(((active === -1 && step === -1 ? 0 : active) + step + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (field.value.trim()) pick(isOpen ? (active === -1 && !free ? 0 : active) : -1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  const element = h("div", { class: "combobox" },
    h("label", { for: fieldId }, label),
    hint && h("p", { id: hintId, class: "hint" }, hint),
    h("div", { class: "with-list" },
      h("div", { class: "row" }, field,
        free && h("button", { type: "button", class: "quiet", part: "button", onclick: () => pick(-1) }, phrases.text("widget.add"))),
      list));
  return { element, field };
}
