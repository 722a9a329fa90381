use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use crate::failure::Failure;
use crate::run::{GuardArgs, Location, Ready, Report, ReportArgs, check_place, complete, merge, seconds, status};
use crate::status::Status;

/// `matcher merge`
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  for i in 1 2 3 4; do matcher match --profiles p.parquet --offers o.parquet --shard $i/4 --out shard-$i/; done
  matcher merge shard-1 shard-2 shard-3 shard-4 --out matches/

The result is, byte for byte, the run that one machine would have made. Every shard must be there, complete, and made of the
same inputs, settings and versions on the same --as-of day. Exit status: as that of `matcher match`.")]
pub(crate) struct Merge {
    /// The folders of all shards, in any order.
    #[arg(required = true)]
    shards: Vec<PathBuf>,
    /// Where the run goes: a folder, or a file with the ending of the shards' format.
    #[arg(long, value_name = "F")]
    out: PathBuf,
    /// Writes every rejected record (JSONL).
    #[arg(long, value_name = "F")]
    rejects: Option<PathBuf>,
    /// Writes everything that was not understood, merged or assumed (JSONL).
    #[arg(long, value_name = "F")]
    issues: Option<PathBuf>,
    #[command(flatten)]
    guards: GuardArgs,
    #[command(flatten)]
    reports: ReportArgs,
}

pub(crate) fn run(args: &Merge) -> Result<Status, Failure> {
    let begun = Instant::now();
    let Some(location) = Location::of_output(&args.out)? else {
        return Err(Failure::Usage("a merged run is kept; name a file or folder with --out".to_owned()));
    };
    check_place(&location)?;
    let (work, manifest) = merge(&args.shards, &location)?;
    let ended = complete(Ready {
        location: &location,
        folder: work.folder(),
        manifest,
        guards: &args.guards,
        since: None,
        rejects: args.rejects.as_deref(),
        issues: args.issues.as_deref(),
    })?;
    let totals = &ended.manifest.totals;
    eprintln!("{} matches for {} {}", totals.matches, totals.lists, ended.manifest.plan.side);
    let status = status(totals, ended.objection.as_deref());
    args.reports.write(&Report {
        status: status.code(),
        published: ended.objection.is_none(),
        reason: ended.objection.as_deref(),
        plan: Some(&ended.manifest.plan),
        totals,
        changes: None,
        seconds: seconds(begun.elapsed()),
        lists_made: 0,
    })?;
    if let Some(reason) = &ended.objection {
        eprintln!("matcher: not published: {reason}; the whole run is in {}", location.work().display());
    }
    Ok(status)
}
