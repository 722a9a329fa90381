// Every event that the widget fires at its host. Only `job-match-hand-over` carries the profile, and only after the
// visitor has seen each field and pressed the button that sends it.

export const EVENTS = {
  /** Catalogues are loaded: `{offers, catalogues: [{name, state, offers, date}]}`. */
  ready: "job-match-ready",
  /** A search is answered: `{considered, eligible, selected}`. */
  results: "job-match-results",
  /** The visitor opens an offer: `{offer, link}`; can be cancelled by a host that opens it itself. */
  select: "job-match-select",
  /** The visitor changed something: no detail. */
  change: "job-match-change",
  /** Something failed: `{code, message, catalogue}`. */
  error: "job-match-error",
  /** The visitor sends her file to an adviser: `{profile, offers}`. */
  handOver: "job-match-hand-over",
};

/** Fires one; `false` where the host cancelled it. */
export function fire(element, name, detail = null) {
  const cancelable = name === EVENTS.select;
  return element.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
}
