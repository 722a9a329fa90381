// One worker with its engine: questions to it and back, whatever happens to it.

import { Fault } from "./fault.js";
import { inlined } from "./inlined.js";

/** A worker that says nothing for so long is taken for lost; a slow machine says nothing while it opens a taxonomy. */
const SILENCE = 30_000;

/** A question that a newer one of its kind has overtaken. */
export class Overtaken extends Error {}

export class Line {
  /**
   * `worker`: its address, where the literal below is not served; `compat`: that of the one that needs no WebAssembly;
   * `inPage`: no worker at all.
   */
  constructor({ worker, compat, inPage }) {
    this.address = worker;
    this.compat = compat;
    this.inPage = inPage;
    this.waiting = new Map();
    /** What has to be said again to a new worker. */
    this.told = [];
    this.last = 0;
    this.starting = this.start();
  }

  /** Loads a build of the engine and the catalogues; see `Session.open`. */
  async open(options) {
    try {
      return await this.tell("open", options);
    } catch (fault) {
      if (fault.code !== "csp-wasm" || !this.compat || this.address === this.compat) throw fault;
      return this.fallBack(options, fault);
    }
  }

  /** The slower engine that needs no WebAssembly; the first fault where that one cannot start either. */
  async fallBack(options, fault) {
    this.worker.terminate();
    this.address = this.compat;
    this.inPage = false;
    this.starting = this.start();
    await this.starting;
    if (this.inPage) throw fault;
    this.isCompat = true;
    // It is the whole engine.
    return this.tell("open", { ...options, lists: false });
  }

  /** One question. */
  async ask(call, ...args) {
    await this.starting;
    if (this.closed) throw new Overtaken();
    return this.put(call, args);
  }

  /** Sends a question at once. */
  put(call, args) {
    return new Promise((resolve, reject) => {
      const question = { id: (this.last += 1), call, args, resolve, reject, tries: 1 };
      this.waiting.set(question.id, question);
      this.send(question);
      this.watch();
    });
  }

  /** A question whose effect a new worker needs too. */
  tell(call, ...args) {
    this.told = [...this.told.filter(([before]) => before !== call), [call, ...args]];
    return this.ask(call, ...args);
  }

  close() {
    this.closed = true;
    clearInterval(this.watching);
    this.worker?.terminate();
    for (const { reject } of this.waiting.values()) reject(new Overtaken());
    this.waiting.clear();
  }

  async start() {
    this.heard = performance.now();
    if (!this.inPage) {
      try {
        this.worker = await spawn(this.address, (message) => this.receive(message), () => this.restart());
        return;
      } catch {
        // Refused by the page's policy, or another origin without a copy of ours: the page itself does the work.
        this.inPage = true;
      }
    }
    const { answering } = inlined ? await inlined.session() : await import("./worker.js");
    const answer = answering();
    this.worker = { postMessage: async (question) => this.receive(await answer(question)), terminate() {} };
  }

  send({ id, call, args }) {
    this.worker.postMessage({ id, call, args });
  }

  resend(question) {
    question.tries += 1;
    this.waiting.set(question.id, question);
    this.send(question);
  }

  receive({ id, answer, fault, lost }) {
    this.heard = performance.now();
    const question = this.waiting.get(id);
    if (!question) return;
    if (lost) return this.restart();
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.watching = void clearInterval(this.watching);
    if (fault) question.reject(new Fault(fault.code, fault.message));
    else question.resolve(answer);
  }

  /** While an answer is owed the worker is asked for a sign of life, which it can give while it waits for the network. */
  watch() {
    if (this.watching || this.inPage) return;
    this.heard = performance.now();
    this.watching = setInterval(() => {
      if (performance.now() - this.heard > SILENCE) this.restart();
      else this.worker.postMessage({ id: 0, call: "ping", args: [] });
    }, SILENCE / 4);
  }

  /** A new worker, told what the old one knew, with the questions that are still open: each is asked once again, not more. */
  async restart() {
    if (this.closed) return;
    clearInterval(this.watching);
    this.watching = undefined;
    this.worker.terminate();
    const open = [...this.waiting.values()];
    this.waiting.clear();
    const again = open.filter((question) => question.tries < 2 && !this.inPage);
    for (const question of open) {
      if (!again.includes(question)) question.reject(new Fault("engine-lost", "the engine stopped and did not come back"));
    }
    this.starting = this.start();
    await this.starting;
    // First what every session is told, in its order, then the rest.
    for (const [call, ...args] of this.told) {
      const asked = again.findIndex((question) => question.call === call);
      if (asked < 0) this.put(call, args).catch(() => {});
      else this.resend(again.splice(asked, 1)[0]);
    }
    again.forEach((question) => this.resend(question));
    if (this.waiting.size > 0) this.watch();
  }
}

/** A worker that has said that it is alive. */
function spawn(address, onmessage, onlost) {
  return new Promise((resolve, reject) => {
    const worker = create(address);
    let alive = false;
    worker.addEventListener("message", ({ data }) => {
      if (data.alive) {
        alive = true;
        resolve(worker);
      } else {
        onmessage(data);
      }
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (alive) onlost();
      else reject(new Error("the worker cannot start"));
    });
  });
}

function create(address) {
  if (address) return new Worker(trusted(address), { type: "module" });
  if (inlined) return inlined.worker(trusted);
  // Where a page can demand Trusted Types, an address is trusted before it is tried: what is refused is logged and reported.
  if (policy()) return new Worker(trusted(new URL("./worker.js", import.meta.url).href), { type: "module" });
  // The literal that bundlers look for.
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

let made;

/** The policy of Trusted Types, asked for once; none where browser or page has none for us. */
function policy() {
  if (made === undefined) {
    try {
      made = globalThis.trustedTypes?.createPolicy("job-match", { createScriptURL: (url) => url }) ?? null;
    } catch {
      made = null;
    }
  }
  return made;
}

/** An address as a page with Trusted Types wants it; the page has to allow the policy `job-match`. */
function trusted(address) {
  return policy()?.createScriptURL(address) ?? address;
}
