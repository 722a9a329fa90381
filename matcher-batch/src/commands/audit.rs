use std::io::{Write, stdout};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use matcher_core::AuditRecord;

use super::records::RecordArgs;
use crate::failure::Failure;
use crate::input::{EngineArgs, text};
use crate::output::Lines;
use crate::status::Status;

/// `matcher audit …`
#[derive(Args, Debug)]
pub(crate) struct AuditArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Keeps one decision: both records, settings, every point, and the fingerprints of all that it rests on.
    #[command(after_help = "\
Example:
  matcher audit record --profiles people.jsonl --offers offers.jsonl --profile p1 --offer feed-a:o7 --out decision.json

The record holds the whole profile: keep it as carefully as the profile itself.")]
    Record(Box<RecordOf>),
    /// Judges a decision again: the same bytes, or what differs and exit status 1.
    #[command(after_help = "Example:\n  matcher audit replay decision.json --taxonomy esco.mtx")]
    Replay(Box<Replay>),
}

#[derive(Args, Debug)]
struct RecordOf {
    #[command(flatten)]
    records: RecordArgs,
    #[command(flatten)]
    engine: EngineArgs,
    /// Id of the profile.
    #[arg(long, value_name = "ID")]
    profile: String,
    /// Id of the offer.
    #[arg(long, value_name = "ID")]
    offer: String,
    /// Where the record goes.
    #[arg(long, value_name = "F", default_value = "-")]
    out: PathBuf,
}

#[derive(Args, Debug)]
struct Replay {
    /// A record made by `matcher audit record`.
    record: PathBuf,
    /// The taxonomy and the places of then; settings other than those of the record are refused.
    #[command(flatten)]
    engine: EngineArgs,
}

pub(crate) fn run(args: &AuditArgs) -> Result<Status, Failure> {
    match &args.command {
        Command::Record(args) => record(args),
        Command::Replay(args) => replay(args),
    }
}

fn record(args: &RecordOf) -> Result<Status, Failure> {
    if args.records.inputs().any(|input| input == &args.out && input.as_os_str() != "-") {
        return Err(Failure::Usage(format!("{} is read and would be written over", args.out.display())));
    }
    let engine = args.engine.engine(None)?;
    let records = args.records.read()?;
    let (profile, offer) = (records.profiles.find(&args.profile)?, records.offers.find(&args.offer)?);
    let record = AuditRecord::of(&engine, profile, offer, Some(records.as_of))?;
    let mut lines = Lines::create(&args.out)?;
    lines.line(&record.to_json())?;
    lines.finish()?;
    Ok(Status::Done)
}

fn replay(args: &Replay) -> Result<Status, Failure> {
    let kept = text(&args.record)?;
    let in_file = |error| Failure::in_file(&args.record, &error);
    let record = AuditRecord::from_json(&kept).map_err(in_file)?;
    let engine = args.engine.engine(Some(record.settings.clone()))?;
    let again = record.replay(&engine).map_err(in_file)?;
    if again.to_json().trim_end() != kept.trim_end() {
        let message =
            "the engine is the same and the result is not: the record was changed, or this is a fault to report";
        return Err(Failure::Other(format!("{}: {message}", args.record.display())));
    }
    let explanation = &again.explanation;
    let (score, stamp) = (explanation.score, &explanation.stamp);
    writeln!(
        stdout().lock(),
        "{}: the same bytes: {} for {} has {score} points, engine {}, scoring {}, taxonomy {}, fingerprint {}",
        args.record.display(),
        explanation.offer,
        explanation.profile,
        stamp.engine,
        stamp.scoring,
        stamp.taxonomy,
        stamp.fingerprint
    )?;
    Ok(Status::Done)
}
