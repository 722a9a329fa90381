use std::io::stdin;
use std::path::{Path, PathBuf};

use clap::Args;
use matcher_core::model::Limits;
use matcher_core::spot::{FindRecord, Spotter, readable};
use serde::Serialize;

use crate::failure::Failure;
use crate::input::{self, TextLines};
use crate::output::Lines;
use crate::status::Status;
use crate::terminal::Lang;

/// `matcher spot`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  echo 'Gestion de projets et SQL, pas de Java' | matcher spot
  matcher spot --taxonomy all.mtx --lang de < anzeigen.txt | jq -c '.matches[] | select(.negated | not).label'

One text a line in, one JSON a line out: \"start\" and \"end\" are bytes of the line, \"negated\" is true in a denial. A line
over 1 MiB or not UTF-8 is named and passed over (exit status 3 at the end). A PDF is refused.")]
pub(crate) struct SpotArgs {
    /// A taxonomy made by `matcher taxonomy import`; the embedded one where none is named.
    #[arg(long, value_name = "F")]
    taxonomy: Option<PathBuf>,
    /// The language of the labels, and of texts too short to show one.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

#[derive(Serialize)]
struct Spotted {
    matches: Vec<FindRecord>,
}

pub(crate) fn run(args: &SpotArgs) -> Result<Status, Failure> {
    let taxonomy = input::taxonomy(args.taxonomy.as_deref())?;
    let spotter = Spotter::new(&taxonomy);
    let language = args.lang.language();
    let mut texts = TextLines::new(stdin().lock());
    let mut out = Lines::create(Path::new("-"))?;
    while let Some(text) = texts.next()? {
        // What is left to refuse is a PDF, of which no line makes sense.
        let text = readable(text.as_bytes(), &Limits::default()).map_err(|issue| Failure::Other(issue.to_string()))?;
        let finds = spotter.spot(text, Some(language));
        let matches = finds.iter().map(|find| find.record(&taxonomy, language)).collect();
        let line = serde_json::to_string(&Spotted { matches });
        out.line(&line.map_err(|error| Failure::Other(error.to_string()))?)?;
    }
    out.finish()?;
    Ok(texts.status())
}
