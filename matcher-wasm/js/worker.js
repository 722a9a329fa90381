// The module worker. Imported by a page instead (`no-worker`), it only offers `answering`.

import { answering } from "./answering.js";

export { answering };

if (typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope) {
  const answer = answering();
  addEventListener("message", async ({ data }) => postMessage(await answer(data)));
  postMessage({ alive: true });
}
