// Packs a file of offers in the page: the widget's own worker with its whole engine, over the taxonomy of a catalogue that is there
// already. Nothing is sent; the files are the visitor's to save and to upload.

/** The files, and the report of what was not understood. `offers`: records; `entry`: address of an `entry.json`; `today`: a day. */
export async function pack(offers, entry, today) {
  const worker = new Worker("/widget/worker.js", { type: "module" });
  const answers = [];
  worker.addEventListener("message", ({ data }) => !data.alive && answers.shift()(data));
  const ask = (call, ...args) => new Promise((resolve, reject) => {
    answers.push(({ answer, fault }) => (fault ? reject(new Error(fault.message)) : resolve(answer)));
    worker.postMessage({ id: 1, call, args });
  });
  const address = (path) => new URL(path, location.href).href;
  try {
    await new Promise((resolve, reject) => {
      worker.addEventListener("message", resolve, { once: true });
      worker.addEventListener("error", reject, { once: true });
    });
    await ask("open", { address: address("/widget/matcher_whole_bg.wasm"), sources: [address(entry)], today, settings: {}, language: "fr" });
    return await ask("pack", JSON.stringify(offers), {});
  } finally {
    worker.terminate();
  }
}

/** A link that saves a file. */
export function saved({ name, bytes }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.textContent = `${name} (${bytes.length.toLocaleString("fr")} octets)`;
  return link;
}
