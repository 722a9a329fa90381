import { fill, h, s } from "../dom.js";

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = 28;
/** Kilometres of a degree of latitude. */
const DEGREE = 111.2;

/**
 * Where the offers are, drawn and not fetched: a dot for each place of work, the home, rings of whole kilometres. What it
 * says stands in the list too, so it is one picture for who cannot see it.
 */
export function map({ phrases }, { home, offers }) {
  const dots = new Map();
  for (const { card } of offers) {
    const place = card.places.find(({ lat }) => lat !== undefined);
    if (!place) continue;
    const dot = dots.get(place.label) ?? dots.set(place.label, { ...place, count: 0 }).get(place.label);
    dot.count += 1;
  }
  const all = [...dots.values()];
  if (all.length === 0) return h("p", { class: "hint" }, phrases.text("widget.map.empty"));
  const at = projection(home ? [...all, home] : all);
  const largest = Math.max(...all.map(({ count }) => count));
  const named = [...all].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const label = phrases.text("widget.map.text", { offers: offers.length, places: all.length });
  return h("figure", { class: "map", part: "map" },
    fill(s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, focusable: "false" }),
      home && rings(phrases, at, home),
      named.map((place) => s("circle", { class: "dot", cx: at.x(place), cy: at.y(place), r: 4 + 8 * Math.sqrt(place.count / largest) })),
      apart(named, at).map((place) => s("text", { class: "town", x: at.x(place), y: at.y(place) - 10, "text-anchor": "middle" }, place.label)),
      home && s("path", { class: "home", d: "M-8 1 0-7l8 8v7h-5V3h-6v5h-5Z", transform: `translate(${at.x(home)} ${at.y(home)})` })),
    h("figcaption", { class: "hint" }, label, " ", phrases.text("widget.map.approximate")));
}

/** East and north to a rectangle, a kilometre being as long both ways. */
function projection(points) {
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  const [lat, lon] = [middle(lats), middle(lons)];
  const shrink = Math.cos((lat * Math.PI) / 180);
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * DEGREE * shrink, 8);
  const high = Math.max((Math.max(...lats) - Math.min(...lats)) * DEGREE, 8);
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
  return {
    scale,
    x: (point) => Math.round(WIDTH / 2 + (point.lon - lon) * DEGREE * shrink * scale),
    y: (point) => Math.round(HEIGHT / 2 - (point.lat - lat) * DEGREE * scale),
  };
}

/** Rings around home that fit into the picture. */
function rings(phrases, at, home) {
  return [5, 10, 25, 50, 100].filter((km) => km * at.scale > 40 && km * at.scale < WIDTH).slice(0, 3).map((km) => [
    s("circle", { class: "ring", cx: at.x(home), cy: at.y(home), r: km * at.scale }),
    s("text", { class: "km", x: at.x(home) + 4, y: at.y(home) - km * at.scale + 12 }, phrases.text("widget.map.km", { km })),
  ]);
}

/** The names that do not cover one another, of the places with most offers. */
function apart(places, at) {
  const kept = [];
  for (const place of places) {
    const free = kept.every((other) => Math.abs(at.x(other) - at.x(place)) > 90 || Math.abs(at.y(other) - at.y(place)) > 18);
    if (free && at.x(place) > 50 && at.x(place) < WIDTH - 50 && at.y(place) > 20) kept.push(place);
    if (kept.length === 8) break;
  }
  return kept;
}
