import { Session } from "./session.js";
import { codeOf, isTrap } from "./fault.js";

/** Answers `{id, call, args}` by `{id, answer}` or `{id, fault}`; the same in a worker and in the page. */
export function answering() {
  const session = new Session();
  return async ({ id, call, args }) => {
    if (call === "ping") return { id, answer: true };
    try {
      // Nothing is asked of an engine that is still being loaded.
      if (call !== "open") await session.opened?.catch(() => {});
      return { id, answer: await session[call](...args) };
    } catch (fault) {
      // A trap leaves the module in a state that nobody knows: it is not asked again.
      const lost = isTrap(fault);
      return { id, fault: { code: fault?.name === "MatcherError" ? fault.code : codeOf(fault), message: String(fault?.message ?? fault) }, lost };
    }
  };
}
