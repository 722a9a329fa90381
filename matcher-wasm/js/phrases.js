// Messages in words. The files of messages are those of the engine (matcher-core/data/phrases) and of the widget
// (matcher-wasm/messages); their form is described at the head of each. What a message speaks of comes from the engine
// as `{"number": 3}`, `{"skill": id}` and so on; concepts are named by the answer that they came in.

/** Takes a message apart: texts, `{name}`, `{name|one|other}`, `[left out where something in it is not known]`. */
export function pieces(text) {
  const found = [];
  for (const [, plain, name, optional] of text.matchAll(/([^{}[\]]+)|\{([^{}]*)\}|\[([^[\]]*)\]/g)) {
    if (plain !== undefined) found.push(plain);
    else if (optional !== undefined) found.push({ optional: pieces(optional) });
    else {
      const [key, one, other] = name.split("|");
      found.push(other === undefined ? { key } : { key, one, other });
    }
  }
  return found;
}

export class Phrases {
  /** `messages`: text by key; `overrides`: a host's own, which win. */
  constructor(language, messages, overrides = {}) {
    this.language = language;
    this.messages = messages;
    this.overrides = overrides;
    // Luxembourgish has no data in some browsers' Intl; it writes numbers as French does.
    const locale = Intl.NumberFormat.supportedLocalesOf(language).length > 0 ? language : "fr";
    this.locale = locale;
    this.plural = new Intl.PluralRules(locale);
    this.number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    this.day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    this.names = {};
  }

  has(key) {
    return key in this.overrides || key in this.messages;
  }

  /** A message with what it speaks of: plain numbers and texts, or arguments of the engine. The key where there is none. */
  text(key, args = {}, names = this.names) {
    const message = this.overrides[key] ?? this.messages[key];
    if (message === undefined) return Object.keys(args).length ? `${key}: ${this.listed(args, names)}` : key;
    return this.filled(message, args, names);
  }

  filled(message, args, names) {
    const one = (piece) => {
      if (typeof piece === "string") return piece;
      if (!(piece.key in args)) return undefined;
      if (piece.one === undefined) return this.value(args[piece.key], names);
      return this.plural.select(quantity(args[piece.key])) === "one" ? piece.one : piece.other;
    };
    return pieces(message)
      .map((piece) => {
        if (!piece.optional) return one(piece) ?? `{${piece.key}}`;
        const parts = piece.optional.map(one);
        return parts.includes(undefined) ? "" : parts.join("");
      })
      .join("");
  }

  listed(args, names) {
    return Object.entries(args).map(([name, arg]) => `${name} ${this.value(arg, names)}`).join(", ");
  }

  /** An argument as the language writes it. */
  value(arg, names = this.names) {
    if (typeof arg === "number") return this.number.format(arg);
    if (typeof arg === "string") return arg;
    const [[kind, value]] = Object.entries(arg);
    switch (kind) {
      case "number": return this.number.format(value);
      case "tenths": return this.number.format(value / 10);
      case "euro": return this.money(value, "EUR");
      case "percent": return this.share.format(value / 100);
      case "day": return this.date(value);
      case "skill":
      case "occupation": return names[value] ?? this.names[value] ?? value;
      case "language": return this.word("language", value, "language");
      case "country": return this.word("country", value, "region");
      case "mode": return this.text(`mode.${value}`);
      case "education": return this.text(`education-level.${value}`);
      case "word": return this.has(value) ? this.text(value) : value.slice(value.indexOf(".") + 1);
      default: return String(value);
    }
  }

  /** A name out of the messages, else as the browser knows it, else its code. */
  word(family, code, type) {
    const key = `${family}.${code}`;
    if (this.has(key)) return this.text(key);
    return new Intl.DisplayNames(this.locale, { type, fallback: "code" }).of(code);
  }

  /** Ten-thousandths of a point, to a tenth. */
  points(units) {
    return new Intl.NumberFormat(this.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(units / 10_000);
  }

  money(amount, currency) {
    return new Intl.NumberFormat(this.locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);
  }

  date(iso) {
    return this.day.format(new Date(`${iso}T00:00:00Z`));
  }

  /** A line of an explanation: its key and its arguments. */
  line(line, names) {
    return this.text(line.key, line.args, names);
  }

  /** The way to work, short. */
  travel(travel) {
    if (travel.way === "remote") return this.text("travel.remote");
    return this.text(travel.approximate ? "travel.about" : "travel.known", {
      minutes: Math.round(travel.minutes),
      mode: { mode: travel.mode },
      place: travel.place,
      km: { tenths: Math.round(travel.metres / 100) },
    });
  }

  /** A change of the profile as a noun: “up to 60 minutes to work, one way”. */
  change(change, names) {
    return this.text(`change.${change.change}`, changeArguments(change), names);
  }
}

function changeArguments({ change, ...fields }) {
  switch (change) {
    case "skill": return { skill: { skill: fields.skill }, ...(fields.level && { level: fields.level }) };
    case "education": return { asked: { education: fields.eqf } };
    case "language": return { language: { language: fields.language }, asked: fields.level };
    case "minutes": return { minutes: Math.round(fields.minutes) };
    case "mode": return { mode: { mode: fields.mode } };
    case "country": return { country: { country: fields.country } };
    case "contract": return { contract: { word: `contract.${fields.contract}` } };
    case "pay-floor": return { pay: { euro: fields.euro } };
    case "available-from": return { day: { day: fields.day } };
    case "wish": return { wish: fields.title };
    case "without-exclusion": return { number: fields.number + 1 };
    default: return fields;
  }
}

const quantity = (arg) => {
  if (typeof arg === "number") return arg;
  return "tenths" in Object(arg) ? arg.tenths / 10 : (Object(arg).number ?? Number.NaN);
};
