// Which language a widget speaks, and its messages.

import { Phrases } from "./phrases.js";

/** One module a language, loaded when it is spoken. The literals let bundlers find them. */
const MODULES = {
  de: () => import("./messages/de.js"),
  en: () => import("./messages/en.js"),
  fr: () => import("./messages/fr.js"),
  lb: () => import("./messages/lb.js"),
};

export const LANGUAGES = Object.keys(MODULES);

/** Its own `lang`, that of the nearest element around it (through shadow roots), the visitor's, English. */
export function languageOf(element) {
  const wanted = [];
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    if (node.getAttribute("lang")) wanted.push(node.getAttribute("lang"));
  }
  wanted.push(...navigator.languages);
  return wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((code) => code in MODULES) ?? "en";
}

/** The messages of a language. */
export async function speak(language, overrides) {
  const { default: messages } = await MODULES[language]();
  return new Phrases(language, messages, overrides);
}
