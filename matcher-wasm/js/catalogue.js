// From the address of a catalogue to its bytes, believed only where they are what its `entry.json` promises.

import { Fault } from "./fault.js";

/** Far above what `matcher pack` writes; below what would fill a phone. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRY_BYTES = 1024 * 1024;
const DAY = 86_400_000;

/** The entry at an address, with the addresses of its files. */
export async function readEntry(address) {
  const bytes = await download(address, { cache: "no-cache" }, MOST_ENTRY_BYTES);
  let entry;
  try {
    entry = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Fault("catalogue-corrupt", `${address} is not JSON`);
  }
  if (entry?.format !== 1 || typeof entry.files !== "object") {
    throw new Fault("catalogue-version", `${address} has the format ${entry?.format}; this widget reads format 1`);
  }
  return { ...entry, address, name: nameOf(address) };
}

/** Whether a catalogue is older than its own limit on a day. */
export function isOutdated(entry, today) {
  const age = (Date.parse(today) - Date.parse(entry.date)) / DAY;
  return !(age <= (entry.max_age_days ?? 0));
}

/** The bytes of one file of an entry, checked by the browser against its hash. */
export async function readFile(entry, file) {
  // A name and nothing else: an entry cannot send the widget to other addresses.
  if (!/^[\w][\w.-]*$/.test(file?.file ?? "") || !/^sha(256|384|512)-/.test(file.integrity ?? "")) {
    throw new Fault("catalogue-corrupt", `${entry.address} names a file without a plain name or without its hash`);
  }
  // Named by its content, so that what the browser has kept is never out of date.
  const options = { integrity: file.integrity, cache: "force-cache" };
  const bytes = await download(new URL(file.file, entry.address).href, options, MOST_BYTES);
  if (bytes.length !== file.bytes) {
    throw new Fault("catalogue-corrupt", `${file.file} has ${bytes.length} bytes; ${entry.address} says ${file.bytes}`);
  }
  return bytes;
}

async function download(address, options, most) {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", ...options });
  } catch (cause) {
    // The browser does not say whether the network or the hash failed: a second look without the hash tells.
    const reachable = options.integrity && (await fetch(address, { credentials: "same-origin" }).catch(() => undefined));
    if (reachable?.ok) throw new Fault("catalogue-corrupt", `${address} is not what its entry promises (wrong hash)`);
    throw new Fault("catalogue-unreachable", `${address} cannot be fetched: ${cause.message}`);
  }
  if (!response.ok) throw new Fault("catalogue-unreachable", `${address} answers ${response.status}`);
  const reader = response.body.getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new Fault("catalogue-corrupt", `${address} is larger than ${most} bytes`);
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
  return bytes;
}

/** A short name for people: the folder of the entry, else the host. */
function nameOf(address) {
  const { pathname, hostname } = new URL(address);
  return decodeURIComponent(pathname.split("/").slice(0, -1).filter(Boolean).pop() ?? hostname);
}
