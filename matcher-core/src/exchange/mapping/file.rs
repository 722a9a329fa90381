use std::marker::PhantomData;

use serde::Deserialize;
use serde_json::Value;

use super::convert::Style;
use super::rule::{Rule, Unit, Written};
use super::target::{Kind, Mapped, Read, TAG, TAGS, Target, targets};
use crate::exchange::values::plain;
use crate::{Error, Offer, Profile, Training};

/// A mapping file: one [`Mapping`] for each kind of record that it speaks of.
#[derive(Clone, Debug, Default)]
pub struct MappingFile {
    /// For people.
    pub profile: Option<Mapping<Profile>>,
    /// For offers.
    pub offer: Option<Mapping<Offer>>,
    /// For trainings.
    pub training: Option<Mapping<Training>>,
}

impl MappingFile {
    /// Reads and checks a mapping file.
    ///
    /// # Errors
    /// Each names the place in the file: `mapping.malformed` (not JSON, or a key that a mapping does not have; the known
    /// ones are listed), `mapping.unknown-field` (the record has no such field; the known ones are listed),
    /// `mapping.not-a-list`, `mapping.wrong-unit`, `mapping.wrong-value` (a constant, or a value of a table, that is none
    /// for its field) and `mapping.no-source`.
    pub fn from_json(json: &str) -> Result<MappingFile, Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Parts {
            #[serde(default)]
            profile: Option<Written>,
            #[serde(default)]
            offer: Option<Written>,
            #[serde(default)]
            training: Option<Written>,
        }
        let deserializer = &mut serde_json::Deserializer::from_str(json);
        let parts: Parts = serde_path_to_error::deserialize(&mut *deserializer).map_err(|error| {
            let path = error.path().to_string();
            Error::new("mapping.malformed", error.into_inner().to_string()).at(path)
        })?;
        deserializer.end().map_err(|error| Error::new("mapping.malformed", error.to_string()))?;
        Ok(MappingFile {
            profile: parts.profile.map(|part| Mapping::check(part, "profile")).transpose()?,
            offer: parts.offer.map(|part| Mapping::check(part, "offer")).transpose()?,
            training: parts.training.map(|part| Mapping::check(part, "training")).transpose()?,
        })
    }
}

/// How one kind of record is made of a partner's; see the [module](super). Checked as a whole when it is loaded.
#[derive(Clone, Debug)]
pub struct Mapping<R> {
    pub(super) style: Style,
    /// Words that stand for nothing, folded.
    pub(super) empty: Vec<String>,
    pub(super) fields: Vec<Field>,
    /// Path in our own JSON, and the value there.
    pub(super) constants: Vec<(String, Value)>,
    pub(super) ignore: Vec<String>,
    record: PhantomData<fn() -> R>,
}

/// One checked rule.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Path in our own JSON, joined by points.
    pub(super) path: String,
    pub(super) read: Read,
    pub(super) many: bool,
    pub(super) from: Vec<String>,
    pub(super) optional: bool,
    pub(super) split: Option<String>,
    /// Folded word, and what it is in our own JSON; `None`: known to be nothing.
    pub(super) values: Vec<(String, Option<Value>)>,
    pub(super) unit: Option<Unit>,
    pub(super) each: Vec<Field>,
}

impl<R: Mapped> Mapping<R> {
    /// The mapping of a table whose columns have the names of the record's own fields, such as `commute.minutes`; a list
    /// is split at `|`. Columns with another name are left to [`Mapping::check_columns`], which names them.
    pub fn by_name<'a>(columns: impl IntoIterator<Item = &'a str>) -> Mapping<R> {
        let style = Style::default();
        let known = columns.into_iter().filter_map(|name| Some((name, find_target(R::KIND, name, name).ok()?)));
        let field = |(name, target): (&str, &'static Target)| Field {
            path: name.to_owned(),
            read: target.read,
            many: target.many,
            from: vec![name.to_owned()],
            optional: true,
            split: target.many.then(|| "|".to_owned()),
            values: Vec::new(),
            unit: None,
            each: Vec::new(),
        };
        let fields = known.map(field).collect();
        Mapping {
            style,
            empty: vec![String::new()],
            fields,
            constants: Vec::new(),
            ignore: Vec::new(),
            record: PhantomData,
        }
    }

    fn check(written: Written, part: &str) -> Result<Mapping<R>, Error> {
        let style = Style { date: written.date, decimal: written.decimal };
        let list = written.list.filter(|mark| !mark.is_empty());
        let mut fields = Vec::new();
        for (name, rule) in written.fields.0 {
            let at = format!("/{part}/fields/{name}");
            let target = find_target(R::KIND, &name, &at)?;
            fields.push(field(name, target, rule, list.as_deref(), style, &at)?);
        }
        let mut constants = Vec::new();
        for (name, value) in written.constants.0 {
            let at = format!("/{part}/constants/{name}");
            let target = find_target(R::KIND, &name, &at)?;
            constants.push((name, constant(target, &value, style, &at)?));
        }
        let empty = written.empty.iter().map(|word| plain(word)).collect();
        Ok(Mapping { style, empty, fields, constants, ignore: written.ignore, record: PhantomData })
    }
}

fn find_target(kind: Kind, name: &str, at: &str) -> Result<&'static Target, Error> {
    if name.strip_prefix(TAGS).is_some_and(|tag| !tag.is_empty() && !tag.contains('.')) {
        return Ok(&TAG);
    }
    let known = targets(kind);
    known.iter().find(|target| target.name == name).ok_or_else(|| unknown(name, known.iter().map(|t| t.name), at))
}

/// Names the nearest known field first, then all of them.
fn unknown(name: &str, known: impl Iterator<Item = &'static str> + Clone, at: &str) -> Error {
    let near = known.clone().min_by_key(|candidate| strsim::levenshtein(candidate, name));
    let near = near.filter(|near| strsim::levenshtein(near, name) <= 3);
    let hint = near.map_or(String::new(), |near| format!("; did you mean “{near}”?"));
    let all = known.collect::<Vec<_>>().join(", ");
    Error::new("mapping.unknown-field", format!("there is no field “{name}”{hint} Known: {all}, tags.…")).at(at)
}

fn field(
    path: String,
    target: &'static Target,
    rule: Rule,
    list: Option<&str>,
    style: Style,
    at: &str,
) -> Result<Field, Error> {
    if rule.from.iter().all(|source| source.is_empty()) {
        return Err(Error::new("mapping.no-source", "“from” names no column").at(at));
    }
    if !target.many && (rule.split.is_some() || !rule.each.is_empty()) {
        return Err(Error::new("mapping.not-a-list", "“split” and “each” are for lists, and this field is none").at(at));
    }
    let mut each = Vec::new();
    for (name, inner) in rule.each {
        let at = format!("{at}/each/{name}");
        let read = target.each.iter().find(|(known, _)| *known == name).map(|&(_, read)| read);
        let read = read.ok_or_else(|| unknown(&name, target.each.iter().map(|(known, _)| *known), &at))?;
        each.push(checked(name, read, false, inner, None, style, &at)?);
    }
    let flat = Rule { each: Vec::new(), ..rule };
    Ok(Field { each, ..checked(path, target.read, target.many, flat, list, style, at)? })
}

/// A rule whose words and unit fit what it is read as.
fn checked(
    path: String,
    read: Read,
    many: bool,
    rule: Rule,
    list: Option<&str>,
    style: Style,
    at: &str,
) -> Result<Field, Error> {
    if !rule.each.is_empty() {
        return Err(Error::new("mapping.not-a-list", "“each” does not stand within “each”").at(at));
    }
    if rule.unit.is_some_and(|unit| read.scale(unit).is_none()) {
        return Err(Error::new("mapping.wrong-unit", "this field is not counted in that unit").at(at));
    }
    let mut values = Vec::new();
    for (word, value) in &rule.values {
        let at = format!("{at}/values/{word}");
        let own = if value.is_null() { None } else { Some(scalar(read, value, style, &at)?) };
        values.push((plain(word), own));
    }
    let split = rule.split.filter(|mark| !mark.is_empty()).or_else(|| list.filter(|_| many).map(str::to_owned));
    let Rule { from, optional, unit, .. } = rule;
    Ok(Field { path, read, many, from, optional, split, values, unit, each: Vec::new() })
}

fn scalar(read: Read, value: &Value, style: Style, at: &str) -> Result<Value, Error> {
    let wrong = || Error::new("mapping.wrong-value", format!("{value} is no value of this field")).at(at);
    style.convert(read, value, None).ok_or_else(wrong)
}

fn constant(target: &Target, value: &Value, style: Style, at: &str) -> Result<Value, Error> {
    match value {
        Value::Array(items) if target.many => items.iter().map(|item| scalar(target.read, item, style, at)).collect(),
        value if target.many => Ok(Value::Array(vec![scalar(target.read, value, style, at)?])),
        value => scalar(target.read, value, style, at),
    }
}
