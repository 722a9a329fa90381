import { fill, h, unique } from "../dom.js";

/** A modal dialog with a heading and a button that closes it; the browser keeps the focus inside and gives it back. */
export function dialog({ phrases, root }) {
  const titleId = unique("dialog");
  const heading = h("h3", { id: titleId, class: "heading" });
  const body = h("div", {});
  const element = h("dialog", { part: "dialog", "aria-labelledby": titleId,
    onclose: () => (fill(body), from?.isConnected && from.focus()) },
  h("div", { class: "row between" }, heading,
    h("button", { type: "button", class: "quiet", part: "button", onclick: () => element.close() }, phrases.text("widget.close"))), body);
  let from;
  return {
    element,
    open(title, ...children) {
      from = root.activeElement;
      heading.textContent = title;
      fill(body, children);
      element.showModal();
    },
    close: () => element.close(),
  };
}
