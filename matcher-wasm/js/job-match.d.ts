import type { Profile, OfferRecord } from "./engine.js";

export type { Profile, OfferRecord } from "./engine.js";

/** `<job-match>`; what each attribute does stands in custom-elements.json and docs/WIDGET.md. */
export class JobMatch extends HTMLElement {
  /** Addresses of the parts and messages of one's own, for every widget of the page. */
  static configure(options: {
    worker?: string;
    compat?: string;
    wasm?: string;
    messages?: Partial<Record<"fr" | "de" | "en" | "lb", Record<string, string>>>;
  }): void;
  profile: Profile;
  offers: OfferRecord[];
  settings: object | undefined;
  tags: Record<string, string[]> | undefined;
  value: string[];
  readonly form: HTMLFormElement | null;
  search(): Promise<Counts | undefined>;
  exportProfile(format?: "json" | "resume"): Promise<string>;
  clearProfile(): void;
  reload(): Promise<void>;
}

export interface Counts { considered: number; eligible: number; selected: number }

export const EVENTS: {
  readonly ready: "job-match-ready";
  readonly results: "job-match-results";
  readonly select: "job-match-select";
  readonly change: "job-match-change";
  readonly error: "job-match-error";
  readonly handOver: "job-match-hand-over";
};
export const ERRORS: readonly string[];

export interface JobMatchEvents {
  "job-match-ready": CustomEvent<{ offers: number; catalogues: { name: string; state: string; offers: number; date: string }[] }>;
  "job-match-results": CustomEvent<Counts>;
  "job-match-select": CustomEvent<{ offer: string; link: string }>;
  "job-match-change": CustomEvent<null>;
  "job-match-error": CustomEvent<{ code: string; message: string; catalogue?: string }>;
  "job-match-hand-over": CustomEvent<{ profile: Profile; offers: string[] }>;
}

declare global {
  interface HTMLElementTagNameMap { "job-match": JobMatch }
  interface HTMLElementEventMap extends JobMatchEvents {}
}
