import text from "./style.css";

let made;

/** The style of every widget, made once: a constructed sheet is no inline style, so that strict policies allow it. */
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(text);
  }
  return made;
}
