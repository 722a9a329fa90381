import { fill, h } from "./dom.js";
import { Engine, Overtaken } from "./engine.js";
import { EVENTS, fire } from "./events.js";
import { codeOf } from "./fault.js";
import { inlined } from "./inlined.js";
import { LANGUAGES, languageOf, speak } from "./language.js";
import { masked } from "./masks.js";
import { memory } from "./memory.js";
import { Draft } from "./profile.js";
import { sheet } from "./style.js";
import { dialog } from "./view/dialog.js";
import { explore } from "./view/explore.js";
import { form } from "./view/form.js";
import { handover } from "./view/handover.js";
import { results } from "./view/results.js";

/** Where the parts of the widget lie, for pages whose bundler or policy moves them; see `JobMatch.configure`. */
const defaults = { worker: undefined, compat: undefined, wasm: undefined, messages: {} };

/** A search waits so long for the next change. */
const PAUSE = 120;

/**
 * A job-matching widget that works in the visitor's browser and sends nothing of her anywhere.
 *
 * What stands between the tags is shown where the widget cannot work.
 *
 * @tag job-match
 * @attr {string} src - Addresses of one or more `entry.json` written by `matcher pack`, separated by spaces.
 * @attr {string} lang - `fr`, `de`, `en` or `lb`; else that of the nearest element around it, else the visitor's.
 * @attr {"light"|"dark"|"auto"} theme - The partner's theme; `light` where nothing is said, `auto` follows the visitor.
 * @attr {number} max-results - Offers shown at first, and added by “show more”; 10.
 * @attr {string} heading - A heading above the widget; none where it is empty.
 * @attr {string} partner - Goes into the links of offers as `utm_source`, and nowhere else.
 * @attr {string} origin - Goes into the links of offers as `utm_content`, and nowhere else.
 * @attr {boolean} adviser - Offers “send to an adviser”, which fires `job-match-hand-over`.
 * @attr {boolean} remember - Offers a box that keeps the profile in this browser.
 * @attr {boolean} postings - Adds the `JobPosting`s of the page.
 * @attr {"match"|"explore"} view - `explore` asks what one likes doing and shows trainings and trades.
 * @attr {boolean} no-worker - Works in the page instead of a worker.
 * @attr {string} worker-url - Address of `worker.js` where it does not lie beside the script.
 * @attr {string} wasm-url - Folder of the engine's files where they do not lie beside the script.
 * @attr {string} compat-url - The same for the worker that needs no WebAssembly.
 * @attr {string} as-of - The day of the question, `2027-03-01`; today where nothing is said.
 * @attr {string} name - The name of the form field whose values are the offers that the visitor keeps.
 *
 * @prop {object} profile - The visitor's profile (`matcher schema profile`); setting it fills the form.
 * @prop {object[]} offers - Offers of the page, beside the catalogues (`matcher schema offer`).
 * @prop {object} settings - Settings of the engine (`matcher schema settings`).
 * @prop {object} tags - Marks that offers must carry.
 * @prop {string[]} value - Identities of the offers that the visitor keeps.
 *
 * @fires job-match-ready - Catalogues are loaded: `{offers, catalogues}`.
 * @fires job-match-results - A search is answered: `{considered, eligible, selected}`.
 * @fires job-match-select - The visitor opens an offer: `{offer, link}`; cancelable.
 * @fires job-match-change - The visitor changed the profile or what she keeps; no detail.
 * @fires job-match-error - `{code, message, catalogue}`; the codes are in docs/WIDGET.md.
 * @fires job-match-hand-over - The visitor sends her profile to an adviser: `{profile, offers}`.
 *
 * @cssprop [--job-match-accent=#1f5fbf] - Buttons, links, the ring of a score.
 * @cssprop [--job-match-on-accent=#ffffff] - Text on the accent.
 * @cssprop [--job-match-text=#1c2430] - Text.
 * @cssprop [--job-match-muted=#556070] - Text of less weight.
 * @cssprop [--job-match-surface=#ffffff] - Cards and fields.
 * @cssprop [--job-match-background=transparent] - Behind everything.
 * @cssprop [--job-match-border=#d5dbe3] - Lines.
 * @cssprop [--job-match-field-border=#7a8594] - Lines around fields.
 * @cssprop [--job-match-radius=12px] - Corners.
 * @cssprop [--job-match-good=#1a7048] - What fits.
 * @cssprop [--job-match-bad=#b3261e] - What is missing, and errors.
 * @cssprop [--job-match-font=inherit] - Typeface.
 *
 * @csspart form - The profile.
 * @csspart section - A part of the form that opens.
 * @csspart input - A field.
 * @csspart button - A button; `primary` too where it is the main one.
 * @csspart chip - One thing chosen.
 * @csspart results - The list with its heading.
 * @csspart card - One offer.
 * @csspart title - Its title.
 * @csspart link - Its link.
 * @csspart score - Its score.
 * @csspart why - Its explanation.
 * @csspart map - The map.
 * @csspart advice - What would open more offers.
 * @csspart hand-over - Saving, sending and erasing.
 * @csspart dialog - A dialog.
 * @csspart notice - A message about the catalogues.
 *
 * @cssstate ready - Catalogues are loaded.
 * @cssstate loading - They are being loaded.
 * @cssstate error - The widget cannot work.
 *
 * @slot - Shown where the widget cannot work: a link to the list of offers.
 */
export class JobMatch extends (globalThis.HTMLElement ?? Object) {
  static formAssociated = true;
  static observedAttributes = ["src", "lang", "theme", "max-results", "view", "partner", "origin", "heading", "adviser", "remember"];

  /** Addresses and messages for every widget of the page: `{worker, compat, wasm, messages: {fr: {key: text}}}`. */
  static configure(options) {
    Object.assign(defaults, options);
  }

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: "open" });
  #draft = new Draft((byVisitor) => this.#changed(byVisitor));
  #chosen = new Map();
  #titles = new Map();
  #state;
  #round = 0;
  #status;
  #content;
  #fallback;
  #notices;
  #notice;
  #sources;
  #attributions;
  #phrases;
  #spoken;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet()];
    // A live region has to exist before it speaks.
    this.#status = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite", part: "status" });
    this.#content = h("div", { class: "content", ...masked });
    this.#fallback = h("slot", {});
    this.#root.append(this.#status, this.#content, this.#fallback);
    this.#become("loading");
  }

  connectedCallback() {
    // A property set before the element was defined.
    for (const name of ["profile", "offers", "settings", "tags"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#seed();
    this.#language = new MutationObserver(() => languageOf(this) !== this.#spoken && this.#begun && this.#render());
    this.#language.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
    // Attributes and children written in the same turn count.
    queueMicrotask(() => this.isConnected && !this.#begun && this.reload());
  }

  disconnectedCallback() {
    this.#language?.disconnect();
    this.#engine?.close();
    this.#engine = undefined;
    this.#begun = false;
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#begun) return;
    if (name === "src") this.reload();
    else if (name !== "theme") this.#render();
  }

  formResetCallback() {
    this.value = [];
    this.#render();
  }

  #language;
  #engine;
  #begun = false;

  get profile() {
    return this.#draft.toJSON();
  }

  set profile(record) {
    this.#draft.replace(record ?? { id: "visitor" });
    this.#seed();
    this.#name();
  }

  #offers;
  get offers() {
    return this.#offers ?? [];
  }

  set offers(records) {
    this.#offers = records;
    if (this.#begun) this.reload();
  }

  #settings;
  get settings() {
    return this.#settings;
  }

  set settings(settings) {
    this.#settings = settings;
    if (this.#begun) this.reload();
  }

  #tags;
  get tags() {
    return this.#tags;
  }

  set tags(tags) {
    this.#tags = tags;
    this.#results?.look();
  }

  get value() {
    return [...this.#chosen.keys()];
  }

  set value(offers) {
    this.#chosen = new Map(offers.map((offer) => [offer, this.#titles.get(offer)]));
    this.#submitValue();
  }

  get form() {
    return this.#internals.form;
  }

  /** Asks again; resolves to `{considered, eligible, selected}`. */
  async search() {
    await this.#ready;
    const answer = await this.#results?.look();
    return answer && counts(answer);
  }

  /** The profile as a file's text: `json` (what `matcher match --profiles` reads) or `resume` (JSON Resume). */
  async exportProfile(format = "json") {
    await this.#ready;
    return format === "resume" ? this.#engine.convert("writeResume", this.profile) : JSON.stringify(this.#draft, null, 2);
  }

  /** Erases everything that the visitor said, kept or stored. */
  clearProfile() {
    memory.erase();
    this.value = [];
    this.#draft.erase();
    this.#seed();
  }

  /** Loads the catalogues again. */
  async reload() {
    this.#begun = true;
    this.#ready = this.#open((this.#round += 1));
    return this.#ready;
  }

  #ready;
  #results;
  #form;

  async #open(round) {
    this.#engine?.close();
    this.#become("loading");
    const sources = (this.getAttribute("src") ?? "").split(/\s+/).filter(Boolean);
    const engine = (this.#engine = new Engine({
      worker: absolute(this.getAttribute("worker-url") ?? defaults.worker),
      compat: absolute(this.getAttribute("compat-url") ?? defaults.compat) ?? new URL("./worker.compat.js", import.meta.url).href,
      inPage: this.hasAttribute("no-worker"),
      builds: builds(this.getAttribute("wasm-url") ?? defaults.wasm),
    }));
    const language = languageOf(this);
    try {
      // The form is there as soon as its words are, while the engine is still on its way.
      const [phrases, report] = await Promise.all([
        this.#speak(language).then((phrases) => (round === this.#round && this.#render(phrases), phrases)),
        engine.open({
          sources: sources.map(absolute), offers: this.#offers, postings: this.hasAttribute("postings") ? postings() : [],
          today: this.getAttribute("as-of") ?? today(), settings: this.#settings, language,
        }),
      ]);
      if (round !== this.#round) return;
      engine.grown = (catalogues) => round === this.#round && this.#told(catalogues, phrases);
      this.#loaded(report, phrases, sources);
    } catch (fault) {
      if (round === this.#round && !(fault instanceof Overtaken)) this.#fail(fault);
    }
  }

  #loaded({ catalogues, size }, phrases, sources) {
    this.#notices = [];
    this.#attributions = [...new Set(catalogues.map(({ attribution }) => attribution).filter(Boolean))];
    this.#told(catalogues, phrases);
    const usable = catalogues.some(({ state }) => state === "ready") || (this.view === "explore" && this.#notices.every(({ state }) => state === "outdated"));
    if (!usable && !this.#notices.some(({ state }) => state === "outdated")) {
      const { code = "no-source", message } = catalogues[0] ?? {};
      this.#broken(code, message ?? phrases.text("widget.error.no-source"), sources.length === 0);
      return;
    }
    this.#become("ready");
    fire(this, EVENTS.ready, { offers: size, catalogues: catalogues.map(({ name, state, offers, date }) => ({ name, state, offers, date })) });
    this.#name();
    this.#explore?.start().catch((fault) => this.#fail(fault));
    this.#results?.look();
  }

  /** Tells of the catalogues that are not there, each once. */
  #told(catalogues, phrases) {
    const absent = catalogues.filter(({ state }) => state !== "ready");
    for (const { code, message, address } of absent) {
      if (this.#notices.some((told) => told.address === address)) continue;
      fire(this, EVENTS.error, { code, message: message ?? phrases.text(`widget.error.${code}`), catalogue: address });
    }
    this.#notices = absent;
    this.#tellNotices(phrases);
  }

  get view() {
    return this.getAttribute("view") === "explore" ? "explore" : "match";
  }

  #explore;

  async #speak(language) {
    this.#spoken = language;
    const phrases = await speak(language, defaults.messages[language]);
    this.#phrases = phrases;
    return phrases;
  }

  /** Everything anew: at the start, in another language, with other attributes. */
  async #render(given) {
    const language = languageOf(this);
    const phrases = given ?? (await this.#speak(language));
    if (!given && this.#state === "ready") await this.#engine.speak(language);
    this.#content.lang = language;
    const context = this.#context(phrases);
    const modal = (context.modal = dialog({ phrases, root: this.#root }));
    this.#notice = h("div", { class: "notices", part: "notice" });
    this.#sources = h("div", { class: "hint sources", part: "sources" });
    const heading = this.getAttribute("heading");
    const head = [heading && h("h2", { class: "top", part: "title" }, heading), this.#notice];
    if (this.view === "explore") {
      this.#form = this.#results = undefined;
      this.#explore = explore(context);
      fill(this.#content, head, this.#explore.element, this.#sources, modal.element);
      if (this.#state === "ready") this.#explore.start();
    } else {
      this.#explore = undefined;
      this.#results = results(context);
      context.focus = (field) => this.#ask(field);
      this.#form = form({ ...context, submit: () => this.#results.look().then(() => this.#results.focus()) });
      const file = handover(context);
      fill(this.#content, head, file.printed,
        h("div", { class: "columns" },
          h("div", { class: "side" }, this.#promise(phrases), this.#form.element),
          this.#results.element, file.element),
        this.#sources, modal.element);
      if (this.#state === "ready") this.#results.look();
    }
    this.#tellNotices(phrases);
  }

  #promise(phrases) {
    return h("p", { class: "promise" }, phrases.text("widget.promise"));
  }

  #context(phrases) {
    return {
      phrases,
      draft: this.#draft,
      page: Math.min(100, Math.max(1, Number(this.getAttribute("max-results")) || 10)),
      tags: this.#tags,
      confidence: undefined,
      marks: { partner: this.getAttribute("partner"), origin: this.getAttribute("origin") },
      adviser: this.hasAttribute("adviser"),
      remembers: this.hasAttribute("remember"),
      memory,
      chosen: this.#chosen,
      ask: (call, ...args) => this.#engine.ask(call, ...args),
      convert: (call, json) => this.#engine.convert(call, json),
      newest: (call, ...args) => this.#engine.askNewest(call, ...args),
      // What matching needs beside the first page: the same files for everybody, whatever is typed.
      first: () => (this.#words ??= this.#ready.then(() => this.#engine.grow()).catch((fault) => ((this.#words = undefined), this.#fail(fault)))),
      say: (text) => this.#say(text),
      fail: (fault) => this.#fail(fault),
      select: (offer, link) => fire(this, EVENTS.select, { offer, link }),
      choose: (offer) => this.#keep(offer),
      chosenOffers: () => [...this.#chosen].map(([offer, title]) => ({ offer, title })),
      send: (detail) => fire(this, EVENTS.handOver, detail),
      erase: () => this.clearProfile(),
      shown: (answer) => {
        for (const { offer, card } of answer.matches) this.#titles.set(offer, card.title);
        fire(this, EVENTS.results, counts(answer));
      },
    };
  }

  #words;
  #saying;

  /** One sentence to screen readers, once things have settled. */
  #say(text) {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => (this.#status.textContent = text), 350);
  }

  #keep(offer) {
    if (this.#chosen.has(offer)) this.#chosen.delete(offer);
    else this.#chosen.set(offer, this.#titles.get(offer));
    this.#submitValue();
    fire(this, EVENTS.change);
    return this.#chosen.has(offer);
  }

  #submitValue() {
    const data = new FormData();
    const name = this.getAttribute("name");
    if (name) for (const offer of this.#chosen.keys()) data.append(name, offer);
    this.#internals.setFormValue(name ? data : null);
  }

  #pausing;

  #changed(byVisitor) {
    this.#form?.update();
    if (memory.kept() && byVisitor) memory.keep(true, this.#draft);
    clearTimeout(this.#pausing);
    this.#pausing = setTimeout(() => this.#state === "ready" && this.#results?.look(), PAUSE);
    if (byVisitor) fire(this, EVENTS.change);
  }

  /** What a new profile begins with. */
  #seed() {
    const stored = this.hasAttribute("remember") && this.#draft.isEmpty && memory.recall();
    if (stored) this.#draft.replace(stored.profile, stored.labels);
  }

  /** Names concepts that came by id. */
  async #name() {
    const ids = this.#draft.unnamed();
    if (ids.length === 0 || this.#state !== "ready") return;
    Object.assign(this.#draft.labels, await this.#engine.ask("labels", ids));
    this.#form?.update();
  }

  #ask(field) {
    const path = field === "occupations" || field === "wishes" || field === "skills" || field === "home" ? field : ({ commute: "commute", available_from: "available_from" }[field] ?? field);
    const target = this.#root.querySelector(`[data-field="${path}"]`);
    const closed = target?.closest("details");
    if (closed) closed.open = true;
    target?.focus();
    target?.scrollIntoView({ block: "center" });
  }

  #tellNotices(phrases) {
    if (!this.#notice) return;
    // The licences of the taxonomies ask to be named.
    fill(this.#sources, (this.#attributions ?? []).map((text) => h("p", { lang: "en" }, text)));
    fill(this.#notice, (this.#notices ?? []).map(({ code, name, address, date }) =>
      h("p", { class: "notice" }, phrases.text(code === "catalogue-outdated" ? "widget.notice.outdated" : "widget.notice.broken", { name: name ?? address, ...(date && { day: { day: date } }) }),
        " ", phrases.text(`widget.error.${code}`))));
  }

  #fail(fault) {
    this.#broken(codeOf(fault), fault.message);
  }

  /** Never a blank box: what is wrong in one sentence, and the partner's own content. */
  #broken(code, message, quiet) {
    this.#become("error");
    const text = this.#phrases?.has(`widget.error.${code}`) ? this.#phrases.text(`widget.error.${code}`) : message;
    this.#form = this.#results = this.#explore = undefined;
    fill(this.#content, h("div", { class: "notices", part: "notice" }, h("p", { class: "notice", role: "alert" }, this.#phrases?.text("widget.broken") ?? "", " ", text)));
    fire(this, EVENTS.error, { code, message, ...(quiet && { catalogue: undefined }) });
  }

  #become(state) {
    this.#state = state;
    for (const other of ["ready", "loading", "error"]) {
      if (other === state) this.#internals.states.add(other);
      else this.#internals.states.delete(other);
    }
    if (this.#fallback) this.#fallback.hidden = state !== "error";
  }
}

/** The builds of the engine: in the folder that the host says, else beside this script, with their hashes where it knows them. */
function builds(folder) {
  const beside = {
    first: new URL("./matcher_first_bg.wasm", import.meta.url),
    matching: new URL("./matcher_bg.wasm", import.meta.url),
    whole: new URL("./matcher_whole_bg.wasm", import.meta.url),
  };
  const base = folder && absolute(folder.endsWith("/") ? folder : `${folder}/`);
  return Object.fromEntries(Object.entries(beside).map(([name, url]) => [
    name, { address: base ? new URL(url.pathname.split("/").pop(), base).href : url.href, integrity: inlined?.integrity[name] },
  ]));
}

const counts = ({ considered, eligible, selected }) => ({ considered, eligible, selected });
const absolute = (address) => (address ? new URL(address, document.baseURI).href : undefined);

/** The visitor's day, not that of Greenwich. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The page's own structured data, as text: the engine reads it. */
const postings = () => [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent).filter((text) => text.includes("JobPosting"));

export { EVENTS, LANGUAGES };
