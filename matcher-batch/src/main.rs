//! The command `matcher`.

mod commands;
mod failure;
mod input;
mod output;
mod run;
mod status;
mod terminal;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use crate::status::Status;

/// Matches people and jobs: exact, explained, private.
#[derive(Parser)]
#[command(name = "matcher", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Shows the embedded story: people, offers and reasons of one made-up day.
    Demo(commands::demo::Demo),
    /// Matches profiles and offers: the best of each other, with what the score rests on.
    Match(Box<commands::match_::Match>),
    /// Puts the shards of a run together.
    Merge(commands::merge::Merge),
    /// Compares two runs: after a new engine, taxonomy or weights.
    Diff(commands::diff::Diff),
    /// Rewrites a run without some people.
    Forget(commands::forget::Forget),
    /// Packs offers and trainings into the files that a page with `<job-match>` loads.
    Pack(commands::pack::Pack),
    /// Explains one pair: where every point went, or why the offer is not shown and what would change that.
    Why(Box<commands::why::Why>),
    /// Finds the skills and occupations that free text names.
    Spot(commands::spot::SpotArgs),
    /// Links short texts, one a line, to the skills or occupations that they mean.
    Link(commands::link::LinkArgs),
    /// Lists the skills or occupations that mean nearly the same as one.
    Similar(commands::similar::SimilarArgs),
    /// Prints the JSON Schema of what is read and written.
    Schema(commands::schema::SchemaArgs),
    /// Keeps a decision with all that it rests on, and judges it again.
    Audit(commands::audit::AuditArgs),
    /// Imports and inspects tables of travel times.
    Commute(commands::commute::CommuteArgs),
    /// Packs and inspects gazetteers: where municipalities are.
    Places(commands::places::Places),
    /// Imports, inspects, compares and cuts taxonomies.
    Taxonomy(commands::taxonomy::TaxonomyArgs),
}

fn main() -> ExitCode {
    let done: Result<ExitCode, Box<dyn Error>> = match Cli::parse().command {
        Command::Demo(args) => ended(commands::demo::run(&args)),
        Command::Match(args) => ended(commands::match_::run(&args)),
        Command::Merge(args) => ended(commands::merge::run(&args)),
        Command::Diff(args) => ended(commands::diff::run(&args)),
        Command::Forget(args) => ended(commands::forget::run(&args)),
        Command::Pack(args) => ended(commands::pack::run(&args)),
        Command::Why(args) => ended(commands::why::run(&args)),
        Command::Spot(args) => ended(commands::spot::run(&args)),
        Command::Link(args) => ended(commands::link::run(&args)),
        Command::Similar(args) => ended(commands::similar::run(&args)),
        Command::Schema(args) => ended(commands::schema::run(&args)),
        Command::Audit(args) => ended(commands::audit::run(&args)),
        Command::Commute(args) => ended(commands::commute::run(&args)),
        Command::Places(places) => commands::places::run(&places),
        Command::Taxonomy(taxonomy) => commands::taxonomy::run(&taxonomy),
    };
    done.unwrap_or_else(|error| {
        eprintln!("matcher: {error}");
        ExitCode::FAILURE
    })
}

/// The exit status that a command's end stands for.
fn ended(done: Result<Status, Failure>) -> Result<ExitCode, Box<dyn Error>> {
    match done {
        Ok(status) => Ok(status.into()),
        Err(Failure::Closed) => Ok(Status::Done.into()),
        Err(failure) => {
            eprintln!("matcher: {failure}");
            Ok(if matches!(failure, Failure::Usage(_)) { Status::Usage } else { Status::Failed }.into())
        }
    }
}
