use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use clap::Args;
use matcher_core::link::Linker;
use serde::Serialize;

use super::link::{Kind, Match};
use crate::failure::Failure;
use crate::input;
use crate::status::Status;
use crate::terminal::Lang;

/// `matcher similar`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher similar --kind occupation --id M1855
  matcher similar --kind occupation --all --top 5 > similar.jsonl
  matcher similar --kind skill --id http://data.europa.eu/esco/skill/fed5b267-73fa-461d-9f69-827c78beb39d --lang en

Similar by what labels and descriptions say, in all languages; which occupations ask for the same skills is another
question, which the score asks.")]
pub(crate) struct SimilarArgs {
    /// What the id names.
    #[arg(long, value_enum)]
    kind: Kind,
    /// Of the concept, as in the taxonomy.
    #[arg(long, required_unless_present = "all")]
    id: Option<String>,
    /// Every concept of the kind, one a line, in the order of their ids.
    #[arg(long, conflicts_with = "id")]
    all: bool,
    /// A taxonomy made by `matcher taxonomy import`; the embedded one where none is named.
    #[arg(long, value_name = "F")]
    taxonomy: Option<PathBuf>,
    /// The language of the labels.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
    /// Concepts, at most.
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,
}

#[derive(Serialize)]
struct Similar<'a> {
    id: &'a str,
    matches: Vec<Match<'a>>,
}

pub(crate) fn run(args: &SimilarArgs) -> Result<Status, Failure> {
    let taxonomy = input::taxonomy(args.taxonomy.as_deref())?;
    let linker = Linker::new(&taxonomy, args.kind.into())?;
    let all = args.all.then(|| taxonomy.concepts(args.kind.into()).map(|concept| concept.id()));
    let ids = args.id.as_deref().into_iter().chain(all.into_iter().flatten());
    let mut out = BufWriter::new(stdout().lock());
    for id in ids {
        let matches = linker.similar(id, args.lang.language(), args.top)?.into_iter().map(Match::from).collect();
        let json = serde_json::to_string(&Similar { id, matches });
        writeln!(out, "{}", json.map_err(|error| Failure::Other(error.to_string()))?)?;
    }
    out.flush()?;
    Ok(Status::Done)
}
