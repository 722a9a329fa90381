use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::run::{Location, forget, ids};
use crate::status::Status;

/// `matcher forget`
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  echo p-1042 | matcher forget runs/today --ids -

Rewrites every file of the run, or the one file, without the lines of these people: matches, differences, issues. The old
files stay until the new ones are whole, and are then gone. What is not rewritten: inputs, the files given to --rejects and
--issues, copies and backups. The counts of the manifest stay; it says how many people were forgotten.")]
pub(crate) struct Forget {
    /// A run: a folder with its manifest, or a file of results.
    run: PathBuf,
    /// A file with their ids, one a line; - for standard input.
    #[arg(long, value_name = "F")]
    ids: PathBuf,
}

pub(crate) fn run(args: &Forget) -> Result<Status, Failure> {
    let ids = ids(&args.ids)?;
    let forgotten = forget(&Location::of_run(&args.run)?, &ids)?;
    eprintln!("{} of {} people were found and forgotten, {} lines", forgotten.people, ids.len(), forgotten.lines);
    Ok(Status::Done)
}
