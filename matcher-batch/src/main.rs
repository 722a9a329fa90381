//! The command `matcher`.

mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Matches people and jobs: exact, explained, private.
#[derive(Parser)]
#[command(name = "matcher", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Packs and inspects gazetteers: where municipalities are.
    Places(commands::places::Places),
    /// Imports, inspects, compares and cuts taxonomies.
    Taxonomy(commands::taxonomy::TaxonomyArgs),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Places(places) => commands::places::run(&places),
        Command::Taxonomy(taxonomy) => commands::taxonomy::run(&taxonomy),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("matcher: {error}");
            ExitCode::FAILURE
        }
    }
}
