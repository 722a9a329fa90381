// What the visitor says of herself, in the form of `matcher schema profile`, so that what is searched, shown, saved and
// handed over is one and the same record.

/** Ways, countries, contracts and levels that the form offers, in its order. */
export const MODES = ["car", "transit", "bike", "walk"];
export const COUNTRIES = ["FR", "LU", "DE", "BE", "CH"];
export const CONTRACTS = ["permanent", "fixed-term", "temporary", "seasonal", "apprenticeship", "internship", "freelance"];
export const LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"];
export const SPOKEN = ["fr", "de", "en", "lb", "ar", "es", "it", "nl", "pl", "pt", "ro", "ru", "tr", "uk"];
export const LICENCES = ["B", "BE", "C", "CE", "D"];

const ID = "visitor";

export class Draft {
  /** `onchange(byVisitor)` is called after every change. */
  constructor(onchange) {
    this.onchange = onchange;
    this.record = { id: ID };
    /** Labels of the concepts that the record names by id. */
    this.labels = {};
  }

  /** The record without what is empty. */
  toJSON() {
    return JSON.parse(JSON.stringify(this.record), (_, value) => (isEmpty(value) ? undefined : value)) ?? { id: ID };
  }

  get isEmpty() {
    return Object.keys(this.toJSON()).length === 1;
  }

  /** Takes a whole record in. */
  replace(record, labels = {}, byVisitor = false) {
    this.record = { ...structuredClone(record), id: typeof record.id === "string" && record.id ? record.id : ID };
    this.labels = labels;
    this.onchange(byVisitor);
  }

  erase() {
    this.replace({ id: ID }, {}, true);
  }

  get(path) {
    return path.split(".").reduce((value, name) => value?.[name], this.record);
  }

  set(path, value) {
    const names = path.split(".");
    const last = names.pop();
    const parent = names.reduce((object, name) => (object[name] ??= {}), this.record);
    if (isEmpty(value)) delete parent[last];
    else parent[last] = value;
    this.onchange(true);
  }

  list(path) {
    return this.get(path) ?? [];
  }

  add(path, item) {
    const same = (other) => JSON.stringify(nameOf(other)) === JSON.stringify(nameOf(item));
    if (!this.list(path).some(same)) this.set(path, [...this.list(path), item]);
  }

  removeAt(path, at) {
    this.set(path, this.list(path).filter((_, other) => other !== at));
  }

  replaceAt(path, at, item) {
    this.set(path, this.list(path).map((other, number) => (number === at ? item : other)));
  }

  /** Whatever a concept or a text is called. */
  label(item) {
    if (typeof item === "string") return this.labels[item] ?? item;
    const id = item.skill ?? item.occupation;
    return item.title ?? this.labels[id] ?? item.text ?? id ?? "";
  }

  /** Ids without a label. */
  unnamed() {
    const ids = ["skills", "occupations", "wishes"].flatMap((path) => this.list(path)).map((item) =>
      typeof item === "string" ? item : (item.skill ?? item.occupation),
    );
    return ids.filter((id) => id && !(id in this.labels));
  }

  /** A change that the engine proposes. */
  apply({ change, ...fields }) {
    const wider = (path, value) => this.list(path).length > 0 && this.add(path, value);
    switch (change) {
      case "skill": return this.add("skills", fields.level ? { skill: fields.skill, level: fields.level } : fields.skill);
      case "education": return this.set("education", { eqf: fields.eqf });
      case "language": return this.set("languages", [...this.list("languages").filter(({ language }) => language !== fields.language), fields]);
      case "licence": return this.add("licences", fields.licence);
      case "minutes": return this.set("commute.minutes", Math.round(fields.minutes));
      case "mode": return this.add("commute.modes", fields.mode);
      case "days-on-site": return this.set("commute.days_on_site", fields.days);
      case "country": return wider("commute.countries", fields.country);
      case "contract": return wider("contracts", fields.contract);
      case "pay-floor": return this.set("pay", { min: fields.euro });
      case "available-from": return this.set("available_from", fields.day);
      case "wish": return this.add("wishes", { title: fields.title });
      case "without-exclusion": return this.removeAt("exclusions", fields.number);
      default: return undefined;
    }
  }
}

const nameOf = (item) => (typeof item === "string" ? item : (item.skill ?? item.occupation ?? item.title ?? item.language ?? item.text));

const isEmpty = (value) =>
  value === undefined || value === null || value === "" || Number.isNaN(value) ||
  (typeof value === "object" && Object.values(value).every(isEmpty));
