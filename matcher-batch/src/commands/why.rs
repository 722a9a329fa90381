use std::io::{Write, stdout};

use clap::Args;
use matcher_core::{Explanation, Query, WhyNot};
use serde::Serialize;

use super::records::RecordArgs;
use crate::failure::Failure;
use crate::input::EngineArgs;
use crate::status::Status;
use crate::terminal::{Lang, Words};

/// `matcher why`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher why --profiles people.jsonl --offers offers.jsonl --profile p1 --offer feed-a:o7
  matcher why --profiles people.jsonl --offers offers.jsonl --profile p1 --offer o7 --json | jq .explanation

The id of an offer is source:id where it has a source, as in the results of `matcher match`.")]
pub(crate) struct Why {
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
    /// The language of the answer.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
    /// JSON instead of text.
    #[arg(long)]
    json: bool,
}

/// The whole answer: every point of the pair and, for an offer that is not shown, why not.
#[derive(Serialize)]
struct WhyJson<'a> {
    shown: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_not: Option<&'a WhyNot>,
    explanation: &'a Explanation,
}

pub(crate) fn run(args: &Why) -> Result<Status, Failure> {
    let engine = args.engine.engine(None)?;
    let records = args.records.read()?;
    let profile = records.profiles.find(&args.profile)?;
    let offer = records.offers.find(&args.offer)?.identity();
    let (index, _) = engine.offers(&records.offers.records);
    let person = engine.prepare(profile)?;
    let query = Query::new(&person).as_of(records.as_of);
    let why_not = index.why_not(query.clone(), &offer)?;
    let explanation = index.explain(query, &offer)?;
    let shown = why_not.refusals.is_empty();
    let mut out = stdout().lock();
    if args.json {
        let answer = WhyJson { shown, why_not: (!shown).then_some(&why_not), explanation: &explanation };
        let json = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Other(error.to_string()))?;
        writeln!(out, "{json}")?;
        return Ok(Status::Done);
    }
    let words = Words::new(args.lang, engine.taxonomy());
    if !shown {
        writeln!(out, "{}", words.why_not(&why_not))?;
    }
    if !person.is_rankable() {
        writeln!(out, "{}", words.ui("ui.questions"))?;
        for field in person.questions().into_iter().take(3) {
            writeln!(out, "  ? {}", words.phrases.question(field))?;
        }
    }
    write!(out, "{}", words.explanation(&explanation))?;
    Ok(Status::Done)
}
