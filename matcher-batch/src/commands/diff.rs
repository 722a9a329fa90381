use std::io::{Write, stdout};
use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::run::{Comparison, Location, compare};
use crate::status::Status;

/// `matcher diff`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher diff runs/monday runs/tuesday
  matcher diff before.parquet after.parquet --json | jq '.largest[0]'

A run is a folder with its manifest, or a file of results; the two may have different formats. With runs made with --explain
the cause of a move is the criterion whose loss changed the most; else it is the side, fit or wish, that moved the most.")]
pub(crate) struct Diff {
    /// The earlier run.
    run_a: PathBuf,
    /// The later one.
    run_b: PathBuf,
    /// JSON instead of text.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Diff) -> Result<Status, Failure> {
    let comparison = compare(&Location::of_run(&args.run_a)?, &Location::of_run(&args.run_b)?)?;
    let mut out = stdout().lock();
    if args.json {
        let json = serde_json::to_string_pretty(&comparison).map_err(|error| Failure::Other(error.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        write!(out, "{}", text(&comparison))?;
    }
    Ok(Status::Done)
}

fn text(found: &Comparison) -> String {
    let points = |ten_thousandths: u32| format!("{:.4}", f64::from(ten_thousandths) / 10_000.0);
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    if found.causes.is_empty() {
        line("made of the same".to_owned());
    }
    found.causes.iter().for_each(|cause| line(cause.clone()));
    line(format!(
        "lists: {}; with the same matches {}, with the same first match {}; overlap {:.4} in the mean",
        found.lists, found.same_matches, found.same_first, found.overlap
    ));
    line(format!("matches: {} in both, {} vanished, {} new", found.common, found.vanished, found.new));
    let moves = &found.moves;
    line(format!(
        "scores: {} rose, {} fell, {} stayed; moved by {} points in the median, {} in the 95th percentile, {} at most",
        moves.rose,
        moves.fell,
        moves.stayed,
        points(moves.median),
        points(moves.percentile_95),
        points(moves.largest)
    ));
    for moved in &found.largest {
        line(format!(
            "  {} {}: {} → {}  {}",
            moved.profile,
            moved.offer,
            points(moved.before),
            points(moved.after),
            moved.cause
        ));
    }
    out
}
