use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use clap::Args;
use matcher_core::model::{Limits, read_json};
use matcher_core::snapshot::{Entry, OfferCatalogue, Package, TrainingCatalogue};
use matcher_core::units::Day;
use matcher_core::{Engine, Issue, Offer, Severity, Taxonomy, Training};
use serde_json::value::RawValue;

use crate::failure::Failure;
use crate::input::{
    Batch, EngineArgs, Foreign, HowToRead, LimitArgs, Mappings, Told, read_files, taxonomy, text, today,
};
use crate::output::Lines;
use crate::run::Side;
use crate::status::Status;
use crate::terminal;

/// `matcher pack`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher pack --offers offers.jsonl --out public/jobs
  matcher pack --offers france_travail.json --trainings courses.jsonl --max-age-days 3 --out public/jobs

Writes entry.json (never to be cached) and files named after their content (to be cached for ever). The files of the packing
before stay, older ones are removed. Without --taxonomy the bundled taxonomy is packed with its small table of words.
Exit status: 0 all well, 2 wrong usage, 3 some records were rejected and the rest was packed, 1 anything else.")]
pub(crate) struct Pack {
    /// Offers: files ending in .jsonl, .json or .csv, or - for JSONL on standard input.
    #[arg(long, value_name = "F", required = true, num_args = 1..)]
    offers: Vec<PathBuf>,
    /// Trainings: a file of our own JSON, a list or one a line.
    #[arg(long, value_name = "F")]
    trainings: Option<PathBuf>,
    /// The folder of the files; made where it is missing.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The day of packing: offers past their date are left out; today where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Day>,
    /// Days after which a page hides these offers unless they were packed again.
    #[arg(long, value_name = "N", default_value_t = 14)]
    max_age_days: u16,
    /// Leaves out the words and phrases of the offers' texts. Much smaller where offers have texts; what they describe then counts
    /// as unknown.
    #[arg(long)]
    without_texts: bool,
    #[command(flatten)]
    engine: EngineArgs,
    /// Mapping files for columns or fields with other names.
    #[arg(long, value_name = "F", num_args = 1..)]
    map: Vec<PathBuf>,
    /// The shape of offers without a mapping.
    #[arg(long, value_enum, default_value_t)]
    format: Foreign,
    /// Writes every rejected offer: file, line, id, place, code, cause and remedy (JSONL).
    #[arg(long, value_name = "F")]
    rejects: Option<PathBuf>,
    #[command(flatten)]
    limits: LimitArgs,
}

pub(crate) fn run(args: &Pack) -> Result<Status, Failure> {
    let date = args.as_of.map_or_else(today, Ok)?;
    let engine = engine(&args.engine)?;
    let mappings = Mappings::read(&args.map)?;
    let how = HowToRead { mappings, foreign: args.format, limits: args.limits.limits() };
    let mut batch: Batch<Offer> = read_files(&args.offers, &how)?;
    let read = batch.records.len();
    let current: Vec<Offer> =
        batch.records.iter().filter(|offer| offer.valid_through.is_none_or(|last| last >= date)).cloned().collect();
    let (mut offers, issues) = OfferCatalogue::of(&engine, &current);
    batch.tell(issues);
    if args.without_texts {
        offers = offers.without_texts();
    }
    let (trainings, told) = match &args.trainings {
        Some(path) => {
            let (trainings, told) = trainings(&engine, path)?;
            (Some(trainings), told)
        }
        None => (None, Vec::new()),
    };
    let package = Package::of(&engine, &offers, trainings.as_ref(), date, args.max_age_days);
    write(&package, &args.out)?;
    if let Some(path) = &args.rejects {
        let mut lines = Lines::create(path)?;
        for told in batch.told.iter().filter(|told| told.is_rejected()) {
            lines.line(&told.to_json())?;
        }
        lines.finish()?;
    }
    let rejected =
        batch.told.iter().any(Told::is_rejected) || told.iter().any(|issue| issue.severity == Severity::Rejected);
    let mut err = std::io::stderr().lock();
    writeln!(err, "{}", terminal::counts("offers", &Side::of(&batch)))?;
    if read > current.len() {
        writeln!(err, "{} offers are past their last day and were left out", read - current.len())?;
    }
    write!(err, "{}", terminal::rejects(batch.told.iter()))?;
    told.iter().filter(|issue| issue.severity != Severity::Note).try_for_each(|issue| writeln!(err, "  {issue}"))?;
    let mut out = stdout().lock();
    writeln!(out, "{} offers of {date} in {}", package.entry.offers, args.out.display())?;
    for (name, bytes) in &package.files {
        writeln!(out, "{:>9} bytes  {name}", bytes.len())?;
    }
    Ok(if rejected { Status::Rejected } else { Status::Done })
}

/// The engine of a page: its taxonomy has a table of words small enough for one.
fn engine(args: &EngineArgs) -> Result<Engine, Failure> {
    let taxonomy = match &args.taxonomy {
        Some(path) => taxonomy(Some(path))?,
        None => Taxonomy::embedded_small(),
    };
    args.engine_over(taxonomy, None)
}

/// The trainings of a file, with every issue.
fn trainings(engine: &Engine, path: &Path) -> Result<(TrainingCatalogue, Vec<Issue>), Failure> {
    let text = text(path)?;
    let whole;
    let records: Vec<&str> = if text.trim_start().starts_with('[') {
        whole = serde_json::from_str::<Vec<&RawValue>>(&text)
            .map_err(|error| Failure::Other(format!("{}: not JSON: {error}; correct it", path.display())))?;
        whole.iter().map(|record| record.get()).collect()
    } else {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    };
    let (mut read, mut issues) = (Vec::new(), Vec::new());
    for record in records {
        let (training, told) = read_json::<Training>(record, &Limits::default());
        read.extend(training);
        issues.extend(told);
    }
    let (catalogue, told) = TrainingCatalogue::of(engine, &read);
    issues.extend(told);
    Ok((catalogue, issues))
}

/// Writes the files before the entry that names them. The files of the entry before stay, for a page that read it a moment ago;
/// older ones are removed.
fn write(package: &Package, folder: &Path) -> Result<(), Failure> {
    let put = |path: &Path, bytes: &[u8]| fs::write(path, bytes).map_err(|error| Failure::file(path, &error));
    fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    let entry = folder.join("entry.json");
    let before: Option<Entry> = fs::read(&entry).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    for (name, bytes) in &package.files {
        put(&folder.join(name), bytes)?;
    }
    let json = serde_json::to_string_pretty(&package.entry).map_err(|error| Failure::Other(error.to_string()))?;
    put(&entry, json.as_bytes())?;
    let named = |entry: &Entry, name: &str| entry.files.names().any(|file| file == name);
    for file in fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let in_use = named(&package.entry, &name) || before.as_ref().is_some_and(|before| named(before, &name));
        if is_ours(&name) && !in_use {
            let _ = fs::remove_file(file.path());
        }
    }
    Ok(())
}

/// Whether a file is named as packing names them.
fn is_ours(name: &str) -> bool {
    let kinds = ["taxonomy-", "places-", "words-", "commute-", "offers-", "trainings-"];
    let hash = kinds.iter().find_map(|kind| name.strip_prefix(kind)).and_then(|rest| rest.strip_suffix(".bin"));
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
