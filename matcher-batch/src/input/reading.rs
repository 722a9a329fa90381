use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use matcher_core::exchange::france_travail;
use matcher_core::exchange::mapping::{Mapped, Mapping};
use matcher_core::model::{Limits, read_json};
use matcher_core::{Issue, Offer, Profile, Severity};
use rayon::prelude::*;
use serde_json::Value;

use super::lines::{RawRecord, Wrong};
use super::texts::Texts;
use super::{Format, Mappings, Origin, Place, Source, Told, expand, table};
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
pub(crate) trait Readable: Mapped + Send {
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
}

/// Who takes records as they are read, one after the other.
pub(crate) trait Sink<R> {
    /// What a file tells beside its records.
    fn tell(&mut self, told: Told) -> Result<(), Failure>;
    /// A record with everything that was not understood, or why it was rejected.
    fn take(&mut self, origin: Origin, read: (Option<R>, Vec<Issue>)) -> Result<(), Failure>;
}

impl<R: Readable> Sink<R> for Batch<R> {
    fn tell(&mut self, told: Told) -> Result<(), Failure> {
        self.told.push(told);
        Ok(())
    }

    fn take(&mut self, origin: Origin, read: (Option<R>, Vec<Issue>)) -> Result<(), Failure> {
        self.seen += 1;
        let (record, issues) = read;
        let told = |issue| Told { origin: origin.clone(), issue };
        self.told.extend(issues.into_iter().map(told));
        let Some(record) = record else { return Ok(()) };
        let identity = record.identity();
        if let Some(&first) = self.numbers.get(&identity) {
            let issue = twice::<R>(identity, &self.origins[first]);
            self.told.push(Told { origin, issue });
            return Ok(());
        }
        self.numbers.insert(identity, self.records.len());
        self.records.push(record);
        self.origins.push(origin);
        Ok(())
    }
}

/// The issue of a record whose identity was already read.
pub(crate) fn twice<R: Readable>(identity: String, first: &Origin) -> Issue {
    let cause = format!("the {} {identity} already stands at {first}", R::NOUN);
    let code = if R::NOUN == "offer" { "offer.twice" } else { "profile.twice" };
    let issue = Issue::new(code, Severity::Rejected, cause).of(identity).at("/id");
    issue.action("The first was kept. Give each record an id of its own.")
}

/// How files are read.
pub(crate) struct HowToRead {
    pub(crate) mappings: Mappings,
    pub(crate) foreign: Foreign,
    pub(crate) limits: Limits,
}

/// Reads the records of these files, folders and patterns at once.
pub(crate) fn read_files<R: Readable>(names: &[PathBuf], how: &HowToRead) -> Result<Batch<R>, Failure> {
    let sources: Result<Vec<Source>, Failure> = expand(names)?.iter().map(|path| Source::look(path)).collect();
    read_all(&sources?, how)
}

/// Reads the records of some files at once. A bad record is told and left out.
pub(crate) fn read_all<R: Readable>(sources: &[Source], how: &HowToRead) -> Result<Batch<R>, Failure> {
    let mut batch =
        Batch { records: Vec::new(), origins: Vec::new(), told: Vec::new(), seen: 0, numbers: BTreeMap::new() };
    read(sources, how, &mut batch)?;
    Ok(batch)
}

/// Reads the records of some files, one after the other. What is held in memory does not grow with the files, but for JSON
/// lists, which are read whole.
pub(crate) fn read<R: Readable>(sources: &[Source], how: &HowToRead, sink: &mut impl Sink<R>) -> Result<(), Failure> {
    for source in sources {
        let file: Arc<str> = source.path.display().to_string().into();
        match source.layout.format {
            Format::Csv => table_file(source, &file, how, sink)?,
            Format::Jsonl | Format::Json | Format::Parquet => objects_file(source, &file, how, sink)?,
        }
        source.check_unchanged()?;
    }
    Ok(())
}

fn table_file<R: Readable>(
    source: &Source,
    file: &Arc<str>,
    how: &HowToRead,
    sink: &mut impl Sink<R>,
) -> Result<(), Failure> {
    let fault = |fault| match fault {
        table::Fault::Read(error) => source.fault(&error),
        table::Fault::Table(cause) => Failure::Other(format!("{file}: {cause}")),
    };
    let latin = source.survey.as_ref().and_then(|survey| survey.not_utf8);
    if let Some(line) = latin {
        let cause = "not UTF-8 from this line on; the table was read as Windows-1252 (Latin-1)";
        let issue = Issue::new("file.not-utf8", Severity::Note, cause);
        let issue = issue.action("Check accents and euro signs, or save it as UTF-8.");
        sink.tell(Told { origin: Origin { file: file.clone(), place: Place::Line(line) }, issue })?;
    }
    let mut table = table::Table::open(source.open()?, latin.is_some()).map_err(fault)?;
    let columns = named(&table.columns);
    let by_name;
    let mapping = match R::mapping(&how.mappings) {
        Some(mapping) => mapping,
        None => {
            by_name = Mapping::by_name(columns.iter().copied());
            &by_name
        }
    };
    check_columns(mapping, columns, source, file, sink)?;
    while let Some((place, row)) = table.next().map_err(fault)? {
        let read = row.map_or_else(malformed, |row| mapping.read(&row, &how.limits));
        sink.take(Origin { file: file.clone(), place }, read)?;
    }
    Ok(())
}

/// Records that are JSON, or become it.
fn objects_file<R: Readable>(
    source: &Source,
    file: &Arc<str>,
    how: &HowToRead,
    sink: &mut impl Sink<R>,
) -> Result<(), Failure> {
    let mut texts = Texts::open(source, how.limits.bytes)?;
    let by_name;
    let mut mapping = R::mapping(&how.mappings);
    let mut columns: BTreeSet<String> = BTreeSet::new();
    let flat = match &texts {
        Texts::Parquet { rows, .. } => {
            columns = rows.columns.iter().cloned().collect();
            !rows.nested
        }
        _ => false,
    };
    if mapping.is_none() && flat {
        by_name = Mapping::by_name(columns.iter().map(String::as_str));
        mapping = Some(&by_name);
    }
    let Some(mapping) = mapping else {
        let own =
            |text: &str| R::foreign(text, how.foreign, &how.limits).unwrap_or_else(|| read_json(text, &how.limits));
        return take_all(source, Vec::new(), &mut texts, file, own, sink);
    };
    let mut first = Vec::new();
    if source.survey.is_none() {
        // What comes once only is compared with the mapping by its first records.
        first = texts.some(source)?;
        collect_names(&first, &mut columns);
    } else if !flat {
        columns = names(source, how.limits.bytes)?;
    }
    if !columns.is_empty() {
        check_columns(mapping, columns.iter().map(String::as_str).collect(), source, file, sink)?;
    }
    let mapped = |text: &str| match serde_json::from_str::<Value>(text) {
        Ok(mut value) => {
            if flat {
                without_points(&mut value);
            }
            mapping.read(&value, &how.limits)
        }
        Err(error) => malformed(error.to_string()),
    };
    take_all(source, first, &mut texts, file, mapped, sink)
}

/// Whole numbers as such: programs that know no missing whole number write 45.0 for 45.
fn without_points(row: &mut Value) {
    for cell in row.as_object_mut().into_iter().flat_map(|row| row.values_mut()) {
        if let Some(number) = cell.as_f64()
            && cell.is_f64()
            && number.fract() == 0.0
            && number.abs() < 9e15
        {
            *cell = Value::from(number as i64);
        }
    }
}

/// Reads records, beginning with `some`, many at once in the pool of the caller, and hands them on in their order.
fn take_all<R: Readable>(
    source: &Source,
    mut some: Vec<RawRecord>,
    texts: &mut Texts<'_>,
    file: &Arc<str>,
    read: impl Fn(&str) -> (Option<R>, Vec<Issue>) + Sync,
    sink: &mut impl Sink<R>,
) -> Result<(), Failure> {
    let longest = texts.longest();
    loop {
        if some.is_empty() {
            some = texts.some(source)?;
        }
        if some.is_empty() {
            return Ok(());
        }
        let records: Vec<_> = std::mem::take(&mut some)
            .into_par_iter()
            .map(|(place, text)| match text {
                Ok(text) => (place, read(&text)),
                Err(Wrong::Malformed(cause)) => (place, malformed(cause)),
                Err(Wrong::TooLarge(bytes)) => (place, too_large(bytes, longest)),
            })
            .collect();
        for (place, read) in records {
            sink.take(Origin { file: file.clone(), place }, read)?;
        }
    }
}

/// Every name at the top of a file's records, which a mapping is compared with before anything is read.
fn names(source: &Source, longest: usize) -> Result<BTreeSet<String>, Failure> {
    let mut all = BTreeSet::new();
    let mut texts = Texts::open(source, longest)?;
    loop {
        let some = texts.some(source)?;
        if some.is_empty() {
            return Ok(all);
        }
        collect_names(&some, &mut all);
    }
}

fn collect_names(records: &[RawRecord], all: &mut BTreeSet<String>) {
    for (_, text) in records {
        let Ok(Ok(Value::Object(object))) = text.as_ref().map(|text| serde_json::from_str(text)) else { continue };
        all.extend(object.into_iter().map(|(name, _)| name));
    }
}

fn named(columns: &[String]) -> BTreeSet<&str> {
    columns.iter().map(String::as_str).filter(|name| !name.is_empty()).collect()
}

fn check_columns<R: Readable>(
    mapping: &Mapping<R>,
    columns: BTreeSet<&str>,
    source: &Source,
    file: &Arc<str>,
    sink: &mut impl Sink<R>,
) -> Result<(), Failure> {
    let issues = mapping.check_columns(columns).map_err(|error| Failure::in_file(&source.path, &error))?;
    let whole = Origin { file: file.clone(), place: Place::Whole };
    issues.into_iter().try_for_each(|issue| sink.tell(Told { origin: whole.clone(), issue }))
}

/// A record whose text could not even be taken apart.
fn malformed<R>(cause: String) -> (Option<R>, Vec<Issue>) {
    (None, vec![Issue::new("record.malformed", Severity::Rejected, cause).action("Correct the record.")])
}

fn too_large<R>(bytes: usize, limit: usize) -> (Option<R>, Vec<Issue>) {
    let cause = format!("the record has {bytes} bytes, more than the limit of {limit}");
    let issue = Issue::new("record.too-large", Severity::Rejected, cause);
    (None, vec![issue.action("Shorten it or raise the limit.")])
}
