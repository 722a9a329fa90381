import type { Day, Issue } from "../engine.js";

export interface PackOptions {
  /** Text of a file: a JSON array of offers, one offer a line, or JSON-LD with `JobPosting`s. */
  offers: string;
  /** The same for trainings. */
  trainings?: string;
  /** The day of packing; offers past their last day are left out. */
  date: Day;
  /** Days after which a page hides these offers; 14. */
  maxAgeDays?: number;
  /** Leaves out what the offers' texts describe. */
  withoutTexts?: boolean;
  /** Settings of the engine. */
  settings?: object;
  /** A taxonomy of one's own, with places: the bytes of both files. */
  taxonomy?: Uint8Array;
  places?: Uint8Array;
  /** Travel times from zone to zone: the bytes of a file of `matcher commute import`, or of a matrix written by the engine. */
  commute?: Uint8Array;
}
export interface PackReport { offers: number; trainings: number; past: number; rejected: number; issues: Issue[] }

/** The files that a page loads: the text of `entry.json`, and name and bytes of every other file. */
export function pack(options: PackOptions): { entry: string; files: { name: string; bytes: Uint8Array }[]; report: PackReport };
/** The records of a text. */
export function records(text: string): { records: object[]; issues: Issue[] };
