// The engine with its catalogues, wherever it runs: in the worker, or in the page where the host asks for that.

import init, { Listing, Matcher, readPostings, readRecord, readResume, writeResume } from "./matcher.js";
import { isOutdated, readEntry, readFile } from "./catalogue.js";
import { Fault, codeOf, isTrap } from "./fault.js";

const parse = (json) => JSON.parse(json);
const write = (value) => JSON.stringify(value ?? null);

export class Session {
  files = new Map();

  /**
   * Loads the engine and every catalogue; one that is broken is told in the report and the others go on.
   *
   * `address`: of the engine, `integrity`: its hash where it is known; `sources`: addresses of entries; `offers` and
   * `postings`: records and JSON-LD texts of the page; `today`; `settings`; `lists`: offers are only looked at, by the first build.
   */
  open(options) {
    this.opened = this.load(options);
    return this.opened;
  }

  async load({ address, integrity, sources, offers, postings, today, settings, language, lists }) {
    this.language = language;
    this.today = today;
    const engine = start(address, integrity);
    engine.catch(() => {});
    // Each answer is kept, so that one that fails while another is awaited is not lost.
    const entries = await Promise.allSettled(sources.map(readEntry));
    const reports = entries.map((found, at) => {
      if (found.status === "rejected") return failed(sources[at], found.reason);
      const { name, address, date, offers: count, attribution } = found.value;
      const report = { name, address, date, offers: count, attribution, state: "ready" };
      return isOutdated(found.value, today) ? { ...report, state: "outdated", code: "catalogue-outdated" } : report;
    });
    const usable = entries.map(({ value }) => value);
    const files = await Promise.all(usable.map((entry, at) => entry && this.filesOf(entry, reports[at], lists)));
    await engine;
    if (lists) this.matcher = new Listing();
    for (const [at, found] of files.entries()) if (found && !this.matcher) this.found(found, reports[at], usable[at], settings);
    if (!this.matcher) return { catalogues: reports, size: 0 };
    for (const [at, found] of files.entries()) {
      if (found?.catalogue && reports[at].state === "ready") this.add(found, reports[at]);
    }
    this.files.clear();
    await this.addOfPage(offers, postings, reports);
    return { catalogues: reports, size: this.matcher.size };
  }

  /** The first taxonomy and places that are whole serve all, with the travel times beside them. */
  found({ taxonomy, places, commute }, report, entry, settings) {
    try {
      const matcher = new Matcher(taxonomy, places, write(settings ?? {}));
      if (commute) matcher.loadCommute(commute);
      this.matcher = matcher;
      this.first = entry;
    } catch (fault) {
      if (isTrap(fault)) throw fault;
      Object.assign(report, failed(report.address, fault));
    }
  }

  /** The engine alone, for what needs no offers: reading and writing files. */
  begin({ address, integrity }) {
    return start(address, integrity);
  }

  /** The files that are needed. Every source's own: the first that is whole gives taxonomy and places. */
  async filesOf(entry, report, lists) {
    const file = (name) => entry.files[name] && this.read(entry, entry.files[name]);
    try {
      const [catalogue, taxonomy, places, commute, trainings] = await Promise.all(
        ["catalogue", ...(lists ? [] : ["taxonomy", "places", "commute", "trainings"])].map(file),
      );
      return { taxonomy, places, commute, catalogue, trainings };
    } catch (fault) {
      Object.assign(report, failed(entry.address, fault));
      return undefined;
    }
  }

  /** A file; of several with one hash only the first is fetched, for they are the same. */
  read(entry, file) {
    const known = this.files.get(file.integrity);
    // Where the other address fails, this one may not.
    if (known) return known.catch(() => readFile(entry, file));
    const reading = readFile(entry, file);
    this.files.set(file.integrity, reading);
    reading.catch(() => {});
    return reading;
  }

  add({ catalogue, trainings }, report) {
    try {
      Object.assign(report, parse(this.matcher.addCatalogue(report.name, catalogue)));
      if (trainings) this.matcher.addTrainings(trainings);
    } catch (fault) {
      if (isTrap(fault)) throw fault;
      Object.assign(report, failed(report.address, fault));
    }
  }

  async addOfPage(offers, postings, reports) {
    const records = [...(offers ?? [])];
    for (const text of postings ?? []) records.push(...parse(readPostings(text)).offers);
    if (records.length === 0) return;
    await this.words();
    const { issues, ...counts } = parse(this.matcher.addOffers("page", write(records)));
    reports.push({ name: "page", state: "ready", ...counts, issues });
  }

  /** What linking and comparing texts needs: the same file for everybody, asked for when the first key is pressed. */
  words() {
    // A taxonomy of one's own may have no such table.
    if (!this.first.files.words) return undefined;
    this.reading ??= readFile(this.first, this.first.files.words).then(
      (bytes) => this.matcher.hasWords || this.matcher.loadWords(bytes),
      (fault) => {
        this.reading = undefined;
        throw fault;
      },
    );
    return this.reading;
  }

  /** The language in which concepts are named. */
  speak(language) {
    this.language = language;
  }

  /** What goes with every question. */
  options(more) {
    return write({ as_of: this.today, language: this.language, ...more });
  }

  async search(profile, options) {
    await this.words();
    return parse(this.matcher.match(write(profile), this.options(options)));
  }

  browse(options) {
    if (!(this.matcher instanceof Listing)) return parse(this.matcher.browse(this.options(options)));
    const { skip = 0, top = 10, keywords, chosen = {}, facets = false } = options ?? {};
    const values = Object.entries(chosen).flatMap(([facet, values]) => values.flatMap((value) => [facet, value]));
    return parse(this.matcher.browse(skip, top, this.today, keywords, values, facets));
  }

  async explain(profile, offer) {
    await this.words();
    return parse(this.matcher.explain(write(profile), offer, this.options()));
  }

  async whyNot(profile, offer) {
    await this.words();
    return parse(this.matcher.whyNot(write(profile), offer, this.options()));
  }

  async whatIf(profile, changes, offer) {
    await this.words();
    return parse(this.matcher.whatIf(write(profile), write(changes), offer, this.options()));
  }

  async missing(profile, offer) {
    await this.words();
    return parse(this.matcher.missing(write(profile), offer, this.options()));
  }

  /** What would open or better the most: changes of wishes, and lessons. */
  async advice(profile) {
    await this.words();
    const person = write(profile);
    const { openings, names } = parse(this.matcher.relaxations(person, this.options()));
    return { openings: openings.slice(0, 3), lessons: parse(this.matcher.learn(person, this.options())).slice(0, 3), names };
  }

  complete(text, k, kind) {
    return parse(this.matcher.complete(text, this.language, k, kind));
  }

  /** What words may mean, by its name in the visitor's language. */
  async link(kind, text, k) {
    await this.words();
    const found = parse(this.matcher.link(kind, text, this.language, k));
    return found.map(({ id }) => ({ id, label: this.matcher.label(id, this.language) }));
  }

  places(text, k, countries) {
    return parse(this.matcher.suggestPlaces(text, k, countries ? write(countries) : null));
  }

  spot(text) {
    return parse(this.matcher.spot(text, this.language));
  }

  labels(ids) {
    return Object.fromEntries(ids.map((id) => [id, this.matcher.label(id, this.language)]));
  }

  /** A file of the widget: one profile, or a list of which the first counts. */
  readProfile(json) {
    const value = parse(json);
    const { record, issues } = parse(readRecord("profile", write(Array.isArray(value) ? value[0] : value)));
    return { profile: record, issues };
  }

  readResume(json) {
    return parse(readResume(json));
  }

  writeResume(profile) {
    return writeResume(write(profile));
  }

  /** The files that `matcher pack` writes, over this taxonomy and these places; `offers` as a JSON array. Only the whole engine packs. */
  async pack(offers, options) {
    await this.words();
    const packed = this.matcher.pack(offers, null, write({ as_of: this.today, ...options }));
    const files = parse(packed.names()).map((name) => ({ name, bytes: packed.file(name) }));
    return { files: [...files, { name: "entry.json", bytes: new TextEncoder().encode(packed.entry()) }], report: parse(packed.report()) };
  }

  choices() {
    return parse(this.matcher.exploreChoices(this.language));
  }

  explore(chosen, k) {
    return parse(this.matcher.explore(write({ chosen }), this.language, k));
  }
}

const failed = (address, fault) => {
  const code = codeOf(fault);
  return { address, state: "broken", code, message: fault.message };
};

/** The engine, once in a realm. The one that is JavaScript came with this code. */
async function start(address, integrity) {
  if (init.isScript) return;
  let response;
  try {
    response = await fetch(address, integrity ? { integrity } : {});
  } catch (cause) {
    throw new Fault("wasm-unreachable", `${address} cannot be fetched: ${cause.message}`);
  }
  if (!response.ok) throw new Fault("wasm-unreachable", `${address} answers ${response.status}`);
  // Compiled from its bytes: much shared hosting serves .wasm under another type, which streaming would refuse.
  await init({ module_or_path: await response.arrayBuffer() });
}
