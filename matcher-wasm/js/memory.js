// Nothing is stored unless the visitor asks; then one key of this site's own storage, that the same box or the erase
// button takes away.

const KEY = "job-match-profile";

/** Storage may be refused by the browser or the frame's sandbox; then nothing is kept. */
function attempt(action) {
  try {
    return action(globalThis.localStorage);
  } catch {
    return undefined;
  }
}

export const memory = {
  kept: () => Boolean(attempt((storage) => storage.getItem(KEY))),
  recall: () => attempt((storage) => JSON.parse(storage.getItem(KEY))) ?? undefined,
  keep: (is, draft) => attempt((storage) => (is ? storage.setItem(KEY, JSON.stringify({ profile: draft, labels: draft.labels })) : storage.removeItem(KEY))),
  erase: () => attempt((storage) => storage.removeItem(KEY)),
};
