use std::io::stdin;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use matcher_core::link::{Link, Linker};
use matcher_core::taxonomy::ConceptKind;
use matcher_core::units::Ratio;
use serde::Serialize;

use crate::failure::Failure;
use crate::input::{self, TextLines};
use crate::output::Lines;
use crate::status::Status;
use crate::terminal::Lang;

/// `matcher link`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  echo 'dévelopeuse web' | matcher link --kind occupation
  matcher link --kind skill --lang de --top 3 < skills.txt | jq -c '.matches[0]'

No matches means that nothing in the taxonomy is close.")]
pub(crate) struct LinkArgs {
    /// To what.
    #[arg(long, value_enum)]
    kind: Kind,
    /// A taxonomy made by `matcher taxonomy import`; the embedded one where none is named.
    #[arg(long, value_name = "F")]
    taxonomy: Option<PathBuf>,
    /// The language whose labels go first.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
    /// Concepts for a text, at most.
    #[arg(long, value_name = "N", default_value_t = 5)]
    top: usize,
}

/// A kind of concept that texts name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    /// What a person can do or knows.
    Skill,
    /// A job.
    Occupation,
}

impl From<Kind> for ConceptKind {
    fn from(kind: Kind) -> ConceptKind {
        match kind {
            Kind::Skill => ConceptKind::Skill,
            Kind::Occupation => ConceptKind::Occupation,
        }
    }
}

#[derive(Serialize)]
struct Linked<'a> {
    text: &'a str,
    matches: Vec<Match<'a>>,
}

/// A concept in the answer.
#[derive(Serialize)]
pub(crate) struct Match<'a> {
    id: &'a str,
    label: &'a str,
    language: matcher_core::model::Language,
    score: Ratio,
}

impl<'a> From<Link<'a>> for Match<'a> {
    fn from(Link { id, label, language, score }: Link<'a>) -> Match<'a> {
        Match { id, label, language, score }
    }
}

pub(crate) fn run(args: &LinkArgs) -> Result<Status, Failure> {
    let taxonomy = input::taxonomy(args.taxonomy.as_deref())?;
    let linker = Linker::new(&taxonomy, args.kind.into())?;
    let mut out = Lines::create(Path::new("-"))?;
    let mut lines = TextLines::new(stdin().lock());
    while let Some(text) = lines.next()? {
        let matches = linker.link(&text, args.lang.language(), args.top).into_iter().map(Match::from).collect();
        let line = serde_json::to_string(&Linked { text: &text, matches });
        out.line(&line.map_err(|error| Failure::Other(error.to_string()))?)?;
    }
    out.finish()?;
    Ok(lines.status())
}
