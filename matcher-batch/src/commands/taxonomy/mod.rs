//! `matcher taxonomy …`

mod diff;
mod import;
mod info;
mod slice;
mod sources;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use matcher_core::Taxonomy;

#[derive(Args)]
pub(crate) struct TaxonomyArgs {
    #[command(subcommand)]
    command: TaxonomyCommand,
}

#[derive(Subcommand)]
enum TaxonomyCommand {
    /// Reads ESCO, ROME or an own JSON document, several into one, and writes a snapshot.
    #[command(after_help = "Examples:\n  matcher taxonomy import --esco esco_en --esco esco_fr --out esco.mtx\n  \
        matcher taxonomy import --esco esco.zip --rome rome_v460 --crosswalk mapping_esco_rome.csv --out all.mtx")]
    Import(import::Import),
    /// Cuts some occupations and what they need out of a snapshot.
    #[command(
        after_help = "Example:\n  matcher taxonomy slice --taxonomy all.mtx --occupations trades.txt --languages fr,de --out trades.mtx"
    )]
    Slice(slice::Cut),
    /// Says what a newer snapshot has, lacks and names otherwise than an older one.
    #[command(after_help = "Example:\n  matcher taxonomy diff esco_1.1.2.mtx esco_1.2.0.mtx")]
    Diff(diff::Diff),
    /// Says what a snapshot holds.
    Info {
        /// A snapshot.
        file: PathBuf,
    },
}

pub(crate) fn run(taxonomy: &TaxonomyArgs) -> Result<ExitCode, Box<dyn Error>> {
    match &taxonomy.command {
        TaxonomyCommand::Import(import) => import.run(),
        TaxonomyCommand::Slice(cut) => cut.run(),
        TaxonomyCommand::Diff(diff) => diff.run(),
        TaxonomyCommand::Info { file } => {
            print!("{}", info::summary(&open(file)?));
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Opens a snapshot; errors carry the name of the file.
fn open(file: &Path) -> Result<Taxonomy, Box<dyn Error>> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let bytes = fs::read(file).map_err(|error| named(&error))?;
    Ok(Taxonomy::from_bytes(&bytes).map_err(|error| named(&error))?)
}

/// Writes a file; errors carry its name.
fn write(file: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))?)
}
