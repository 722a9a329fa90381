/** What goes wrong, with a stable code that hosts can act on; see `ERRORS` for the codes. */
export class Fault extends Error {
  constructor(code, message) {
    super(message);
    this.name = "JobMatchError";
    this.code = code;
  }
}

/** Every code of the event `job-match-error`. */
export const ERRORS = [
  "no-source", // neither `src` nor offers were given
  "catalogue-unreachable", // a file could not be fetched
  "catalogue-corrupt", // a file is not what its entry promises
  "catalogue-version", // packed for another version of the widget
  "catalogue-outdated", // older than its own limit
  "catalogue-mismatch", // packed over another taxonomy or other places than the first one
  "csp-wasm", // the page's policy refuses WebAssembly and no fallback could start
  "wasm-unreachable", // the engine's file could not be fetched
  "engine-lost", // the engine stopped, was started again, and stopped again
];

/** The widget's code for a fault of the engine. */
export function codeOf(fault) {
  const [noun, kind] = String(fault?.code ?? "").split(".");
  if (fault instanceof Fault) return fault.code;
  if (["catalogue", "trainings", "taxonomy", "places"].includes(noun)) {
    return { version: "catalogue-version", "other-taxonomy": "catalogue-mismatch", "other-places": "catalogue-mismatch" }[kind] ?? "catalogue-corrupt";
  }
  // A browser in lockdown has no WebAssembly at all.
  if (isKind(fault, "CompileError") || /content security policy|unsafe-eval|WebAssembly is not defined/i.test(fault?.message)) return "csp-wasm";
  return "engine-lost";
}

/** Whether the engine stopped in the middle: by a trap, or by the `abort` that wasm2js makes of one. */
export const isTrap = (fault) => isKind(fault, "RuntimeError") || fault instanceof RangeError || (fault instanceof Error && fault.message === "abort");

const isKind = (fault, kind) => fault instanceof (globalThis.WebAssembly?.[kind] ?? Nothing);
class Nothing {}
