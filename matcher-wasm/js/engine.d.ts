/**
 * The engine as JavaScript sees it: the class that the WebAssembly module exports, and the records that go through it as
 * JSON. The package's tests compile a program against it.
 *
 * Units: scores and points are ten-thousandths of a point (0 to 1,000,000; shown as 0 to 100), shares are 0 to 1, days are
 * "2027-03-01". Nothing in an answer has to be sorted or computed again.
 *
 * Data arrives in this order, each as the bytes of one file of `entry.json`:
 *   new Matcher(taxonomy, places) → loadCommute(commute) where there is one → addCatalogue(…) as often as there are catalogues → addTrainings(…) → browse().
 *   loadWords(words) once, at the first keystroke of the visitor, whatever is typed: match, explain, link and all that look at a
 *   profile need it and throw `call.no-words` before. Messages are put into words in JavaScript, from the same files as the command
 *   uses (`phrases.fr.txt`); `names` of an answer holds the labels of every concept that its lines and changes speak of.
 * After a trap (WebAssembly.RuntimeError) the module is lost: make a new worker and load the same bytes again.
 */

/** What every function throws. */
export interface MatcherError extends Error {
  name: "MatcherError";
  /** A stable name: "catalogue.version", "call.unknown-offer", … */
  code: string;
  /** Where in the input, where it is known: a JSON pointer, a column. */
  path?: string;
}

/** JSON text of a T. */
export type Json<T> = string & { readonly __json?: T };

/**
 * It stands in the module that matches (`matcher_bg.wasm`) and in the whole one (`matcher_whole_bg.wasm`, same glue), which has what is
 * marked "whole module" too. The module of the first load has a `Listing` only.
 */
export class Matcher {
  /** Under Node: an engine without offers over the bundled taxonomy and places, with their table of words. */
  static embedded(settings?: Json<object> | null): Matcher;
  /** An engine without offers. `settings` as `matcher schema settings`; all fields have defaults. */
  constructor(taxonomy: Uint8Array, places: Uint8Array, settings?: Json<object> | null);
  free(): void;

  /** The table of words (linking and comparing texts). Until it is loaded, `hasWords` is false. Offers are kept. */
  loadWords(words: Uint8Array): void;
  readonly hasWords: boolean;
  /**
   * Minutes from zone to zone (`matcher commute import`) in place of estimates from the great circle. Offers are kept.
   * Faults: commute.not-a-matrix, commute.version, commute.corrupt.
   */
  loadCommute(commute: Uint8Array): void;
  /**
   * Adds a packed catalogue to the offers; `name` tells it from others. An offer that is already there is folded and counted.
   * Faults: catalogue.not-a-catalogue, catalogue.version, catalogue.corrupt, catalogue.other-taxonomy, catalogue.other-places.
   */
  addCatalogue(name: string, catalogue: Uint8Array): Json<CatalogueReport>;
  /** The same for packed trainings. Faults: trainings.not-a-file, trainings.version, trainings.corrupt. */
  addTrainings(trainings: Uint8Array): Json<{ trainings: number; folded: number }>;
  /** Whole module. Offers as JSON records (developers; JobPosting of the page after readPostings) beside the catalogues. Needs words. */
  addOffers(name: string, offers: Json<OfferRecord[]>): Json<CatalogueReport & { issues: Issue[] }>;
  /**
   * Whole module. Packs offers and trainings over this engine's taxonomy and places, as `matcher pack` does; needs words. What was
   * loaded stays. Faults: options.not-json, offers.not-json, trainings.not-json.
   */
  pack(offers: Json<OfferRecord[]>, trainings: Json<object[]> | null | undefined, options: Json<PackWishes>): Packed;
  /** Without any offers and trainings again. */
  clear(): void;
  /** Number of offers. */
  readonly size: number;

  /** The best offers for a profile, with facets, the keyword box and marks. */
  match(profile: Json<Profile>, options?: Json<Options> | null): Json<Answer>;
  /** What there is without a profile (and, by `keywords`, the offers to ask "why not" of): offers by identity, facets and the keyword box; no score. Needs no words. */
  browse(options?: Json<BrowseOptions> | null): Json<Browsed>;
  /** Where every point of one pair went. */
  explain(profile: Json<Profile>, offer: string, options?: Json<Options> | null): Json<Explanation>;
  /** Why an offer is not shown and the smallest change that brings it in. */
  whyNot(profile: Json<Profile>, offer: string, options?: Json<Options> | null): Json<WhyNot>;
  /** Score and rank of one offer before and after changes. */
  whatIf(profile: Json<Profile>, changes: Json<Change[]>, offer: string, options?: Json<Options> | null): Json<WhatIf>;
  /** The changes of wishes that open most offers, best first. */
  relaxations(profile: Json<Profile>, options?: Json<Options> | null): Json<{ openings: Opening[]; names?: Names }>;
  /** What one offer asks and the profile has not, each with the trainings that teach it. */
  missing(profile: Json<Profile>, offer: string, options?: Json<Options> | null): Json<Missing[]>;
  /** "If you learn X": skills asked by the best offers and not had, by what learning one brings over the first `top` offers. */
  learn(profile: Json<Profile>, options?: Json<Options> | null): Json<Lesson[]>;

  /** Places by the beginning of a name or a postal code, most populous first; `countries` such as ["FR", "LU"]. */
  suggestPlaces(prefix: string, k: number, countries?: Json<Country[]> | null): Json<PlaceSuggestion[]>;
  /** What a typed text may become. `kind`: "skill", "occupation" or both. Needs no words. */
  complete(prefix: string, language: Language, k: number, kind?: "skill" | "occupation" | null): Json<Suggestion[]>;
  /** The concepts that a short text may mean, best first. Needs words. */
  link(kind: "skill" | "occupation", text: string, language: Language, k: number): Json<Linked[]>;
  /** Skills and occupations that a free text (a CV) names; start and end count UTF-16 units. Needs no words. */
  spot(text: string, language: Language): Json<Find[]>;
  /** The label of a skill or occupation in a language; the id where there is none. */
  label(id: string, language: Language): string;

  /** From activities, interests and school subjects to trainings and trades. */
  explore(answers: Json<ExploreAnswers>, language: Language, k: number): Json<Explored>;
  /** What `explore` can be asked, with labels in the language. */
  exploreChoices(language: Language): Json<ExploreChoice[]>;
}

/** Loads the module: an address, a response or bytes; `matcher_bg.wasm` beside this script where nothing is given. Under Node it is loaded. */
export default function init(module?: { module_or_path: string | URL | Request | Response | BufferSource | WebAssembly.Module }): Promise<unknown>;
export function initSync(module: { module: BufferSource | WebAssembly.Module }): unknown;

/** The files that `pack` made. */
export class Packed {
  private constructor();
  free(): void;
  /** The text of `entry.json`. */
  entry(): Json<Entry>;
  /** The names of the other files. */
  names(): Json<string[]>;
  /** The bytes of one of them. */
  file(name: string): Uint8Array | undefined;
  report(): Json<{ offers: number; trainings: number; past: number; rejected: number; issues: Issue[] }>;
}
export interface PackWishes { as_of: Day; max_age_days?: number; without_texts?: boolean }

/** Packed offers to look at before the engine is there; its answers are those of a `Matcher` over the same catalogues. */
export class Listing {
  constructor();
  free(): void;
  /** Faults: those of `Matcher.addCatalogue`. */
  addCatalogue(name: string, catalogue: Uint8Array): Json<CatalogueReport>;
  readonly size: number;
  /** `chosen`: facet, value, facet, value and so on. Faults: day.not-a-day, facet.unknown. */
  browse(skip: number, top: number, asOf: Day | null | undefined, keywords: string | null | undefined, chosen: string[], facets: boolean): Json<Browsed>;
}

/** The engine's version. */
export function version(): string;
/** Whole module. Reads one record (`profile`, `offer` or `training`): the record, or null beside the issue that says why not. */
export function readRecord(kind: "profile" | "offer" | "training", json: string): Json<{ record: object | null; issues: Issue[] }>;
/** Whole module. A JSON Resume as a profile. Fault: resume.not-json. */
export function readResume(json: string): Json<{ profile: Profile; issues: Issue[] }>;
/** Whole module. A profile as a JSON Resume. */
export function writeResume(profile: Json<Profile>): string;
/** Whole module. `JobPosting`s of one JSON-LD text (a graph, a list or one object), as offers. Fault: postings.not-json. */
export function readPostings(jsonLd: string): Json<{ offers: OfferRecord[]; issues: Issue[] }>;

/** Two letters: "fr". */
export type Language = string;
/** Two letters: "FR". */
export type Country = string;
/** "2027-03-01" */
export type Day = string;
export type ContractKind =
  | "permanent" | "fixed-term" | "temporary" | "seasonal" | "apprenticeship" | "internship" | "freelance";
export type Mode = "car" | "bike" | "walk" | "transit";
export type Band = "very-good" | "good" | "possible" | "far";
export type Cefr = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";
export type Filter =
  | "dates" | "contract" | "pay" | "days-on-site" | "countries" | "commute" | "languages" | "education" | "licences"
  | "skills" | "exclusions";

export interface Options {
  /** Ten where it is not said. */
  top?: number;
  /** Today: without it no date is looked at and past offers are shown. */
  as_of?: Day | null;
  min_score?: number;
  /** 0 to 1: matches understood less go to `uncertain`. */
  min_confidence?: number;
  /** Each match with its explanation. */
  explain?: boolean;
  /** Each match with its offer's card; yes where it is not said. A page that shows offers of its own needs none. */
  cards?: boolean;
  /** Count facets over what is eligible. */
  facets?: boolean;
  /** Chosen facet values: within one facet any of them, between facets all. */
  chosen?: Partial<Record<FacetName, string[]>>;
  /** The keyword box: every word begins a word of title or employer. */
  keywords?: string;
  /** Language of `names`; "en" where it is not said. */
  language?: Language;
  /** So many relaxations with the answer (a second look at every offer); none where it is not said. */
  openings?: number;
  /** Marks that the offer must carry: {"region": ["nord"]}. */
  tags?: Record<string, string[]>;
}
export type BrowseOptions = Pick<Options, "top" | "as_of" | "facets" | "chosen" | "keywords" | "tags"> & { skip?: number };

export interface Answer {
  issues: Issue[];
  /** Fields to ask for where nothing can be ranked yet ("not enough information"): home, skills, wishes… */
  questions: string[];
  /** How many offers were looked at. */
  considered: number;
  /** How many pass every limit, before keywords, facets and the cut at `top`. */
  eligible: number;
  /** How many pass keywords and facets too. */
  selected: number;
  matches: Match[];
  uncertain: Match[];
  /** What every score depends on beside the pair. */
  stamp: Stamp;
  facets?: Facet[];
  openings?: Opening[];
  /** Labels of all concepts that `matches`, `uncertain` and `openings` speak of, by id. */
  names?: Names;
}
export type Names = Record<string, string>;
export interface Browsed { considered: number; selected: number; offers: Card[]; facets?: Facet[] }

/** As `matcher match` writes it, with the offer's card; the stamp stands in the answer, for it is the same for all. */
export interface Match {
  profile: string;
  /** Identity: `source:id`. */
  offer: string;
  rank: number;
  score: number;
  fit: number;
  wish: number;
  band: Band;
  confidence: number;
  travel?: Travel;
  unverified?: Filter[];
  explanation?: Explanation;
  /** Missing only where `cards` is false. */
  card?: Card;
}
/** What is shown of an offer. `link` is http(s) only; anything else was refused when it was packed and again here. */
export interface Card {
  offer: string;
  title: string;
  employer?: string;
  link?: string;
  /** Names of the places of work. */
  places: PlacePoint[];
  contract?: ContractKind;
  hours?: { min: number; max: number };
  pay?: { min?: number; max?: number; currency: string; period: string };
  on_site_days?: number;
  start?: Day;
  valid_through?: Day;
  source?: string;
  /** Catalogues (by their names) in which exactly this offer stands, the one shown first. */
  catalogues: string[];
}
export interface PlacePoint { label: string; country?: Country; lat?: number; lon?: number }
export type Travel =
  | { way: "remote" }
  | { way: "known"; minutes: number; mode: Mode; metres: number; place: string; approximate: boolean };
export interface Stamp {
  engine: string; scoring: number; taxonomy: string; taxonomy_fingerprint: string; settings: string; commute: string;
  fingerprint: string; as_of?: Day;
}
/** "tag:KEY" for each mark of the offers. */
export type FacetName = "contract" | "employer" | "country" | "place" | "source" | "catalogue" | `tag:${string}`;
export interface Facet {
  facet: FacetName;
  /** By falling count, then by name. Counts take all other facets into account. */
  values: { value: string; count: number; chosen?: boolean }[];
}

export interface Explanation {
  profile: string; offer: string; title: string; score: number; fit: number; wish: number; band: Band; confidence: number;
  /** Listed, spotted, implied, not understood. */
  origins: [number, number, number, number];
  travel?: Travel;
  /** By falling loss. Their `lost` sum to 1,000,000 − score. */
  criteria: Part[];
  unverified?: Filter[];
  stamp: Stamp;
  /** Labels of all concepts that the lines speak of, by id. */
  names?: Names;
}
export interface Part {
  criterion: string; side: "fit" | "wish"; state: "not-asked" | "unknown" | "known"; lost: number; lines: Line[];
}
export interface Line {
  key: string;
  args?: Record<string, Arg>;
  lost: number;
  /** What meeting the line would bring. */
  gain?: number;
  change?: Change;
}
export type Arg =
  | { number: number } | { tenths: number } | { euro: number } | { day: Day } | { percent: number } | { text: string }
  | { skill: string } | { occupation: string } | { language: Language } | { country: Country } | { education: number }
  | { mode: Mode } | { word: string };
export interface WhyNot {
  profile: string; offer: string; title: string;
  refusals: { filter: Filter | string; line: Line }[];
  relaxation: Change[];
  names?: Names;
}
export interface WhatIf { before: [number, number | null]; after: [number, number | null]; eligible: [number, number] }
export interface Opening { change: Change; offers: number }
export interface Missing {
  skill: string; label: string; essential: boolean;
  /** What it would bring for this offer. */
  gain: number;
  trainings: TrainingCard[];
}
export interface Lesson {
  skill: string; label: string;
  /** How many of the first offers ask for it. */
  offers: number;
  /** Points won by the best `top` offers together if it is learnt. */
  gain: number;
  trainings: TrainingCard[];
}
export interface TrainingCard {
  id: string; title: string; provider?: string; link?: string; weeks?: number; cost?: number; remote?: boolean;
  places: PlacePoint[]; sessions?: { start: Day; end?: Day }[];
}

export type Change =
  | { change: "skill"; skill: string; level?: number } | { change: "education"; eqf: number }
  | { change: "language"; language: Language; level: Cefr } | { change: "licence"; licence: string }
  | { change: "minutes"; minutes: number } | { change: "mode"; mode: Mode } | { change: "days-on-site"; days: number }
  | { change: "country"; country: Country } | { change: "contract"; contract: ContractKind }
  | { change: "pay-floor"; euro: number } | { change: "available-from"; day: Day } | { change: "wish"; title: string }
  | { change: "without-exclusion"; number: number };

/** As `matcher schema profile`. */
export interface Profile {
  id: string;
  text?: string;
  skills?: (string | { skill: string; level?: number | null })[];
  occupations?: { title?: string; occupation?: string; years?: number }[];
  languages?: { language: Language; level?: Cefr | null }[];
  education?: { eqf: number };
  licences?: string[];
  wishes?: { title?: string; occupation?: string }[];
  home?: string | PlaceRef;
  commute?: { modes?: Mode[]; minutes?: number; days_on_site?: number; countries?: Country[] };
  contracts?: ContractKind[];
  hours?: { min: number; max: number };
  pay?: { min?: number; currency?: string; period?: string };
  available_from?: Day;
  exclusions?: { occupation?: string; skill?: string; contract?: ContractKind; employer?: string; tag?: string; text?: string }[];
  training?: { weeks?: number; budget?: number };
  tags?: Record<string, string[]>;
}
export interface PlaceRef {
  text?: string; code?: string; postcode?: string; name?: string; country?: Country; lat?: number; lon?: number; area?: string;
}
/** As `matcher schema offer`. */
export type OfferRecord = { id: string; title?: string; [field: string]: unknown };

export interface Issue {
  code: string; severity: "note" | "warning" | "rejected"; record?: string; pointer?: string; cause: string; action?: string;
}
export interface CatalogueReport { offers: number; folded: number }
export interface PlaceSuggestion {
  label: string;
  /** What a profile's `home` holds to name exactly this place. */
  home: PlaceRef; name: string; code?: string; postcode?: string; country: Country; lat: number; lon: number;
}
export interface Suggestion { kind: "skill" | "occupation"; id: string; label: string; language: Language; fit: "whole" | "beginning" | "slip" }
export interface Linked { id: string; label: string; language: Language; score: number }
export interface Find { id: string; label: string; kind: "skill" | "occupation"; start: number; end: number; negated: boolean }

/** Ids of `exploreChoices`. */
export interface ExploreAnswers { chosen: string[] }
export interface ExploreChoice { id: string; kind: "activity" | "interest" | "subject"; label: string }
export interface Explored {
  /** First what can be learnt. */
  trainings: (TrainingCard & { because: string[]; occupations: TradeTitle[] })[];
  occupations: (TradeTitle & { id: string; because: string[] })[];
}
export interface TradeTitle {
  /** As its publisher writes it, in both gender forms. */
  label: string;
  /** The language of that. */
  language: Language;
  /** What the same trade is called in the language asked for, in another classification. */
  also?: string;
}

/** `entry.json` as `matcher pack` writes it. Fetched with no-cache; every other file is named by its content. */
export interface Entry {
  format: 1;
  /** Version of the catalogue files; a widget reads its own and the one before. */
  catalogue_format: number;
  engine: string;
  /** Day of packing. */
  date: Day;
  /** After so many days the catalogue says that it is old and hides its offers. */
  max_age_days: number;
  offers: number;
  /** The sentence that the publishers of the taxonomy ask to be shown. */
  attribution: string;
  files: { taxonomy: EntryFile; places: EntryFile; words?: EntryFile; commute?: EntryFile; catalogue: EntryFile; trainings?: EntryFile };
}
/** `integrity` is the value of the HTML attribute: "sha256-…". */
export interface EntryFile { file: string; bytes: number; integrity: string }
