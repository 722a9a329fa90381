// Elements without markup: nothing here parses HTML, so that no text of an offer can become an element, and a page
// whose policy demands Trusted Types is content.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. A property that begins with `on` is a listener, one with a dot (`.value`) a property of the object; `true`
 * is an attribute without value; `false`, `null` and `undefined` leave the attribute out. Children are nodes, texts,
 * lists of them, or nothing.
 */
export function h(tag, properties, ...children) {
  return built(document.createElement(tag), properties, children);
}

/** The same in SVG. */
export function s(tag, properties, ...children) {
  return built(document.createElementNS(SVG, tag), properties, children);
}

function built(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith(".")) element[name.slice(1)] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

/** Takes the place of all children. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

let last = 0;

/** An id that no other element of the page's widgets has. */
export const unique = (name) => `jm-${name}-${(last += 1)}`;
