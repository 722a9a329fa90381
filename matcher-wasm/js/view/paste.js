import { fill, h, unique } from "../dom.js";
import { unrecorded } from "../masks.js";

/** A CV as text, a file of this widget, or a JSON Resume. Nothing of it leaves the page, and only what is chosen is kept. */
export function paste({ draft, ask, convert, phrases, say, first }) {
  const t = (key, args) => phrases.text(key, args);
  const [textId, hintId] = [unique("cv"), unique("hint")];
  const message = h("p", { class: "note", part: "note", role: "alert", hidden: true });
  const finds = h("div", { class: "finds", hidden: true });
  const text = h("textarea", { id: textId, class: "field", part: "input", rows: 6, "aria-describedby": hintId, spellcheck: "false", ...unrecorded, onfocus: first });
  const file = h("input", { type: "file", class: "visually-hidden", accept: ".json,.txt,.md,.pdf,application/json,text/plain", "aria-label": t("widget.cv.file"), tabindex: -1,
    onchange: () => file.files[0] && take(file.files[0]).then(() => (file.value = "")) });
  const element = h("details", { class: "section", part: "section" },
    h("summary", { part: "summary" }, t("widget.cv")),
    h("div", { class: "fields drop",
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => (event.preventDefault(), event.dataTransfer.files[0] && take(event.dataTransfer.files[0])) },
    h("label", { for: textId }, t("widget.cv.text")), h("p", { class: "hint", id: hintId }, t("widget.cv.hint")), text,
    h("div", { class: "row wrap" },
      h("button", { type: "button", part: "button", onclick: () => look(text.value) }, t("widget.cv.look")),
      h("button", { type: "button", class: "quiet", part: "button", onclick: () => file.click() }, t("widget.cv.choose")), file),
    message, finds));

  function tell(key, args) {
    message.hidden = !key;
    message.textContent = key ? t(key, args) : "";
  }

  async function take(chosen) {
    first?.();
    fill(finds).hidden = true;
    const begins = new Uint8Array(await chosen.slice(0, 5).arrayBuffer());
    if (String.fromCharCode(...begins) === "%PDF-" || /\.pdf$/i.test(chosen.name)) return tell("widget.cv.pdf");
    if (chosen.size > 1024 * 1024) return tell("widget.cv.large");
    const content = await chosen.text();
    if (content.includes("\0")) return tell("widget.cv.binary");
    if (!/^\s*[{[]/.test(content)) {
      text.value = content;
      return look(content);
    }
    return record(content);
  }

  /** A file of ours replaces the profile; a JSON Resume does so after the engine has read it. */
  async function record(content) {
    try {
      const json = JSON.parse(content);
      const own = Array.isArray(json) ? json[0] : json;
      if (!own || typeof own !== "object") return tell("widget.cv.unread");
      const isResume = "basics" in own || "work" in own || (typeof own.$schema === "string" && own.$schema.includes("resume"));
      const { profile, issues } = isResume ? await convert("readResume", content) : await convert("readProfile", content);
      if (!profile) return tell("widget.cv.unread");
      draft.replace(profile, {}, true);
      tell("widget.cv.taken", { count: issues.length });
    } catch {
      tell("widget.cv.unread");
    }
  }

  async function look(content) {
    tell();
    const found = await ask("spot", content).catch(() => []);
    // The same concept once, in the order of the text; what is denied is shown, not chosen.
    const seen = new Map();
    for (const find of found) if (!seen.has(find.id) || (seen.get(find.id).negated && !find.negated)) seen.set(find.id, find);
    const all = [...seen.values()];
    if (all.length === 0) return tell("widget.cv.nothing");
    say(t("widget.cv.found", { count: all.length }));
    const inputs = all.map((find) => h("input", { type: "checkbox", class: "box", ".checked": !find.negated }));
    finds.hidden = false;
    fill(finds,
      h("fieldset", { class: "boxes" }, h("legend", {}, t("widget.cv.found", { count: all.length })),
        h("div", { class: "wrap" }, all.map((find, at) => h("label", { class: "toggle", part: "toggle" }, inputs[at],
          h("span", {}, find.label, h("span", { class: "beside" }, " ", t(find.negated ? "widget.cv.denied" : `widget.kind.${find.kind}`))))))),
      h("div", { class: "row wrap" },
        h("button", { type: "button", class: "primary", part: "button primary", onclick: () => keep(all.filter((_, at) => inputs[at].checked)) }, t("widget.cv.keep")),
        h("button", { type: "button", class: "quiet", part: "button", onclick: () => (fill(finds).hidden = true, text.focus()) }, t("widget.cancel"))));
  }

  function keep(chosen) {
    for (const { id, label, kind } of chosen) {
      draft.labels[id] = label;
      if (kind === "skill") draft.add("skills", id);
      else draft.add("occupations", { title: label, occupation: id });
    }
    fill(finds).hidden = true;
    text.value = "";
    say(t("widget.cv.kept", { count: chosen.length }));
    element.querySelector("summary").focus();
  }

  return { element };
}
