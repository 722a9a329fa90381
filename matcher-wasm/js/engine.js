// The page's side of the engine. It comes in three builds, so that the first page is light: one that lists offers, one that
// matches, one that also reads and writes files.

import { Fault } from "./fault.js";
import { Line, Overtaken } from "./line.js";

export { Overtaken } from "./line.js";

/** What the first build can answer. */
const LISTS = new Set(["browse"]);

export class Engine {
  /** Called with the report of the catalogues once the matching build has loaded them. */
  grown;

  /** `builds`: `{first, matching, whole}`, each `{address, integrity}`; `worker`, `compat`, `inPage` as for a `Line`. */
  constructor({ builds, ...line }) {
    this.builds = builds;
    this.options = line;
    this.newest = new Map();
    this.lines = new Set();
  }

  line(options = this.options) {
    const line = new Line(options);
    this.lines.add(line);
    return line;
  }

  /** Loads the catalogues; see `Session.open`. */
  async open(options) {
    this.opening = options;
    this.first = this.line();
    await this.first.starting;
    // In the page there is one engine for everything, and offers of the page are read by the whole one only.
    const isWhole = this.first.inPage || options.offers?.length > 0 || options.postings?.length > 0;
    const report = await this.first.open({ ...options, ...this.builds[isWhole ? "whole" : "first"], lists: !isWhole });
    this.one = isWhole || this.first.isCompat;
    return report;
  }

  /** The build that matches, with the table of words: the same files for everybody, at the visitor's first step. */
  grow() {
    this.growing ??= this.replace().catch((fault) => {
      this.growing = undefined;
      throw fault;
    });
    return this.growing;
  }

  /** Puts a line with the matching build in the place of the first one, once it has loaded the same catalogues. */
  async replace() {
    if (!this.one) {
      const line = this.line();
      const { catalogues } = await line.open({ ...this.opening, ...this.builds.matching });
      // What only matching needs may be broken though offers could be looked at.
      if (!catalogues.some(({ state }) => state === "ready") && catalogues.some(({ state }) => state === "broken")) {
        const { code, message } = catalogues.find(({ state }) => state === "broken");
        line.close();
        this.lines.delete(line);
        throw new Fault(code, message);
      }
      this.grown?.(catalogues);
      this.first.close();
      this.lines.delete(this.first);
      this.first = line;
    }
    // Not waited for: what needs the words waits for them in the session.
    this.first.tell("words").catch(() => {});
  }

  /** One question. */
  async ask(call, ...args) {
    if (!LISTS.has(call)) await this.grow();
    return this.first.ask(call, ...args);
  }

  /** The language in which concepts are named. */
  speak(language) {
    this.opening = { ...this.opening, language };
    return this.first.tell("speak", language);
  }

  /** Reads or writes a file by the whole build, which is there for that moment only. */
  async convert(call, json) {
    if (this.one) return this.first.ask(call, json);
    const line = this.line();
    try {
      await line.tell("begin", this.builds.whole);
      return await line.ask(call, json);
    } finally {
      line.close();
      this.lines.delete(line);
    }
  }

  /** One question of which only the newest matters: one in flight is dropped, one not yet sent never is. */
  askNewest(call, ...args) {
    const before = this.newest.get(call);
    before?.next?.reject(new Overtaken());
    return new Promise((resolve, reject) => {
      if (before) before.next = { args, resolve, reject };
      else this.askOnly(call, { args, resolve, reject });
    });
  }

  async askOnly(call, { args, resolve, reject }) {
    const state = {};
    this.newest.set(call, state);
    const settled = await this.ask(call, ...args).then((answer) => () => resolve(answer), (fault) => () => reject(fault));
    this.newest.delete(call);
    if (!state.next) return settled();
    reject(new Overtaken());
    this.askOnly(call, state.next);
  }

  close() {
    for (const line of this.lines) line.close();
    this.lines.clear();
  }
}
