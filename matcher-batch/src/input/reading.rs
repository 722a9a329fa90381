use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use matcher_core::exchange::france_travail;
use matcher_core::exchange::mapping::{Mapped, Mapping};
use matcher_core::model::{Limits, read_json};
use matcher_core::{Issue, Offer, Profile, Severity};
use serde_json::Value;

use super::raw::{self, RawRecord};
use super::{Format, Mappings, Origin, Place, Told, bytes, decode, table};
use crate::failure::Failure;

/// A shape of records that is read without a mapping file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Foreign {
    /// Our own JSON, and France Travail's offers where a record has their fields.
    #[default]
    Auto,
    /// Our own JSON only.
    Own,
    /// France Travail's "Offres d'emploi v2".
    FranceTravail,
}

/// What a record may cost.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct LimitArgs {
    /// Bytes that one record may have at most.
    #[arg(long, value_name = "N", default_value_t = Limits::default().bytes, help_heading = "Limits")]
    max_record_bytes: usize,
    /// Entries that one list of a record may have at most.
    #[arg(long, value_name = "N", default_value_t = Limits::default().items, help_heading = "Limits")]
    max_list: usize,
}

impl LimitArgs {
    pub(crate) fn limits(self) -> Limits {
        Limits { bytes: self.max_record_bytes, items: self.max_list }
    }
}

/// A kind of record that the command reads.
pub(crate) trait Readable: Mapped {
    /// What messages call it.
    const NOUN: &'static str;
    /// What must be unique.
    fn identity(&self) -> String;
    /// The mapping for this kind.
    fn mapping(mappings: &Mappings) -> Option<&Mapping<Self>>
    where
        Self: Sized;
    /// A record in a shape of others; `None` where it is none of them.
    fn foreign(json: &str, foreign: Foreign, limits: &Limits) -> Option<(Option<Self>, Vec<Issue>)>
    where
        Self: Sized;
}

impl Readable for Profile {
    const NOUN: &'static str = "profile";
    fn identity(&self) -> String {
        self.id.clone()
    }
    fn mapping(mappings: &Mappings) -> Option<&Mapping<Profile>> {
        mappings.0.profile.as_ref()
    }
    fn foreign(_: &str, _: Foreign, _: &Limits) -> Option<(Option<Profile>, Vec<Issue>)> {
        None
    }
}

impl Readable for Offer {
    const NOUN: &'static str = "offer";
    fn identity(&self) -> String {
        Offer::identity(self)
    }
    fn mapping(mappings: &Mappings) -> Option<&Mapping<Offer>> {
        mappings.0.offer.as_ref()
    }
    fn foreign(json: &str, foreign: Foreign, limits: &Limits) -> Option<(Option<Offer>, Vec<Issue>)> {
        let is_theirs = match foreign {
            Foreign::Own => false,
            Foreign::FranceTravail => true,
            // The word is looked for first, since parsing every record twice would cost as much as reading it.
            Foreign::Auto => {
                json.contains("\"intitule\"")
                    && serde_json::from_str(json).is_ok_and(|value: Value| france_travail::is_offer(&value))
            }
        };
        is_theirs.then(|| france_travail::read_offer(json, limits))
    }
}

/// The records of some files with their places, and everything that was not understood.
pub(crate) struct Batch<R> {
    pub(crate) records: Vec<R>,
    /// Where each record stands.
    pub(crate) origins: Vec<Origin>,
    pub(crate) told: Vec<Told>,
    /// How many records the files hold, rejected ones included.
    pub(crate) seen: usize,
    /// Number of each record by its identity.
    numbers: BTreeMap<String, usize>,
}

impl<R: Readable> Batch<R> {
    /// The place of the record with this identity.
    pub(crate) fn origin(&self, identity: &str) -> Option<&Origin> {
        self.numbers.get(identity).map(|&number| &self.origins[number])
    }

    /// The record with this identity or, where no other has it, this bare id.
    pub(crate) fn find(&self, id: &str) -> Result<&R, Failure> {
        if let Some(&number) = self.numbers.get(id) {
            return Ok(&self.records[number]);
        }
        let mut bare = self.records.iter().filter(|record| record.id() == id);
        if let (Some(record), None) = (bare.next(), bare.next()) {
            return Ok(record);
        }
        let mut near: Vec<(usize, &str)> =
            self.numbers.keys().map(|known| (strsim::damerau_levenshtein(known, id), known.as_str())).collect();
        near.sort_unstable();
        let near: Vec<&str> = near.into_iter().take(5).map(|(_, known)| known).collect();
        let hint =
            if near.is_empty() { "none was read".to_owned() } else { format!("the nearest are {}", near.join(", ")) };
        Err(Failure::Other(format!("there is no {} {id}; {hint}", R::NOUN)))
    }

    /// Keeps issues that the engine found, each at the place of its record.
    pub(crate) fn tell(&mut self, issues: Vec<Issue>) {
        for issue in issues {
            let origin = issue.record.as_deref().and_then(|record| self.origin(record)).cloned();
            let origin = origin.unwrap_or(Origin { file: Arc::from(R::NOUN), place: Place::Whole });
            self.told.push(Told { origin, issue });
        }
    }

    /// Records that were rejected.
    pub(crate) fn rejected(&self) -> usize {
        self.seen - self.records.len()
    }

    fn take(&mut self, origin: Origin, read: (Option<R>, Vec<Issue>)) {
        self.seen += 1;
        let (record, issues) = read;
        let told = |issue| Told { origin: origin.clone(), issue };
        self.told.extend(issues.into_iter().map(told));
        let Some(record) = record else { return };
        let identity = record.identity();
        if let Some(&first) = self.numbers.get(&identity) {
            let cause = format!("the {} {identity} already stands at {}", R::NOUN, self.origins[first]);
            let code = if R::NOUN == "offer" { "offer.twice" } else { "profile.twice" };
            let issue = Issue::new(code, Severity::Rejected, cause).of(identity).at("/id");
            let issue = issue.action("The first was kept. Give each record an id of its own.");
            self.told.push(Told { origin, issue });
            return;
        }
        self.numbers.insert(identity, self.records.len());
        self.records.push(record);
        self.origins.push(origin);
    }
}

/// How files are read.
pub(crate) struct HowToRead<'a> {
    pub(crate) mappings: &'a Mappings,
    pub(crate) foreign: Foreign,
    pub(crate) limits: Limits,
}

/// Reads the records of some files, one after the other. A bad record is told and left out.
pub(crate) fn read_files<R: Readable>(files: &[PathBuf], how: &HowToRead<'_>) -> Result<Batch<R>, Failure> {
    let mut batch =
        Batch { records: Vec::new(), origins: Vec::new(), told: Vec::new(), seen: 0, numbers: BTreeMap::new() };
    for path in files {
        let format = Format::of(path)?;
        let bytes = bytes(path)?;
        if decode::is_utf16(&bytes) {
            return Err(Failure::Other(format!("{}: the file is UTF-16; save it as UTF-8", path.display())));
        }
        match format {
            Format::Csv => read_table(path, &bytes, how, &mut batch)?,
            Format::Jsonl => read_objects(path, raw::lines(&bytes), how, &mut batch)?,
            Format::Json => {
                let records = raw::document(&bytes)
                    .map_err(|cause| Failure::Other(format!("{}: not JSON: {cause}; correct it", path.display())))?;
                read_objects(path, records.into_iter(), how, &mut batch)?;
            }
        }
    }
    Ok(batch)
}

fn read_table<R: Readable>(
    path: &Path,
    bytes: &[u8],
    how: &HowToRead<'_>,
    batch: &mut Batch<R>,
) -> Result<(), Failure> {
    let file: Arc<str> = path.display().to_string().into();
    let (text, latin) = decode::table_text(bytes);
    if let Some(line) = latin {
        let cause = "not UTF-8 from this line on; the table was read as Windows-1252 (Latin-1)";
        let issue = Issue::new("file.not-utf8", Severity::Note, cause);
        let issue = issue.action("Check accents and euro signs, or save it as UTF-8.");
        batch.told.push(Told { origin: Origin { file: file.clone(), place: Place::Line(line) }, issue });
    }
    let table = table::read(&text).map_err(|cause| Failure::Other(format!("{}: {cause}", path.display())))?;
    let columns = || table.columns.iter().map(String::as_str).filter(|name| !name.is_empty());
    let by_name;
    let mapping = match R::mapping(how.mappings) {
        Some(mapping) => mapping,
        None => {
            by_name = Mapping::by_name(columns());
            &by_name
        }
    };
    let issues = mapping.check_columns(columns()).map_err(|error| Failure::in_file(path, &error))?;
    let whole = Origin { file: file.clone(), place: Place::Whole };
    batch.told.extend(issues.into_iter().map(|issue| Told { origin: whole.clone(), issue }));
    for (place, row) in table.rows {
        let origin = Origin { file: file.clone(), place };
        batch.take(origin, row.map_or_else(malformed, |row| mapping.read(&row, &how.limits)));
    }
    Ok(())
}

fn read_objects<'a, R: Readable>(
    path: &Path,
    records: impl Iterator<Item = RawRecord<'a>>,
    how: &HowToRead<'_>,
    batch: &mut Batch<R>,
) -> Result<(), Failure> {
    let file: Arc<str> = path.display().to_string().into();
    let origin = |place| Origin { file: file.clone(), place };
    let Some(mapping) = R::mapping(how.mappings) else {
        for (place, text) in records {
            let read =
                |text| R::foreign(text, how.foreign, &how.limits).unwrap_or_else(|| read_json(text, &how.limits));
            batch.take(origin(place), text.map_or_else(malformed, read));
        }
        return Ok(());
    };
    let mut values = Vec::new();
    for (place, text) in records {
        let value = text.and_then(|text| {
            if text.len() > how.limits.bytes {
                return Err(format!(
                    "the record has {} bytes, more than the limit of {}",
                    text.len(),
                    how.limits.bytes
                ));
            }
            serde_json::from_str::<Value>(text).map_err(|error| error.to_string())
        });
        values.push((place, value));
    }
    let objects = values.iter().filter_map(|(_, value)| value.as_ref().ok()?.as_object());
    let columns: BTreeSet<&str> = objects.flat_map(|object| object.keys().map(String::as_str)).collect();
    if !columns.is_empty() {
        let issues = mapping.check_columns(columns).map_err(|error| Failure::in_file(path, &error))?;
        batch.told.extend(issues.into_iter().map(|issue| Told { origin: origin(Place::Whole), issue }));
    }
    for (place, value) in values {
        batch.take(origin(place), value.map_or_else(malformed, |value| mapping.read(&value, &how.limits)));
    }
    Ok(())
}

/// A record whose text could not even be taken apart.
fn malformed<R>(cause: String) -> (Option<R>, Vec<Issue>) {
    (None, vec![Issue::new("record.malformed", Severity::Rejected, cause).action("Correct the record.")])
}
