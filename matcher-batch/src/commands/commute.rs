use std::fs::{self, File};
use std::io::{BufReader, Write, stdout};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use matcher_core::commute::{CommuteMatrix, MatrixImport};
use matcher_core::model::Mode;
use matcher_core::units::{Metres, Minutes};
use matcher_core::{CommuteModel, Gazetteer};

use crate::failure::Failure;
use crate::input::{matrix, places};
use crate::status::Status;

/// `matcher commute …`
#[derive(Args, Debug)]
pub(crate) struct CommuteArgs {
    #[command(subcommand)]
    command: CommuteCommand,
}

#[derive(Subcommand, Debug)]
enum CommuteCommand {
    /// Makes the travel times for --commute from tables of somebody else: a traffic model, timetables, a routing service.
    #[command(after_help = "\
Examples:
  matcher commute import --times car.csv train.csv --out times.bin
  matcher commute import --times to_90_minutes.csv --mode car --complete-to 90 --out times.bin

Columns of the tables, in any order: minutes (one way), mode (car, transit, bike, walk), and from, to (official code, postal code
or name of a municipality) or from_lat, from_lon, to_lat, to_lon. What no table says stays unknown; nothing is guessed.
Exit status: 0 all well, 2 wrong usage, 3 some rows were left out and the rest was packed, 1 anything else.")]
    Import(Import),
    /// Says how many zones and times of which modes a file holds, and its fingerprint.
    Info {
        /// Made by `matcher commute import`.
        file: PathBuf,
    },
}

#[derive(Args, Debug)]
struct Import {
    /// Tables of times (CSV).
    #[arg(long, value_name = "F", required = true, num_args = 1..)]
    times: Vec<PathBuf>,
    /// The mode of rows that name none: car, transit, bike or walk.
    #[arg(long)]
    mode: Option<Mode>,
    /// The tables were cut off at so many minutes: a pair of zones without a time takes longer.
    #[arg(long, value_name = "MINUTES")]
    complete_to: Option<Minutes>,
    /// How far from the centre of its zone a home or a workplace may be.
    #[arg(long, value_name = "METRES", default_value_t = CommuteMatrix::SPREAD.0)]
    spread: u32,
    /// Places that the tables name: as for `matcher match`.
    #[arg(long, value_name = "F", num_args = 1..)]
    places: Vec<PathBuf>,
    /// The file for --commute.
    #[arg(long, value_name = "F")]
    out: PathBuf,
}

pub(crate) fn run(args: &CommuteArgs) -> Result<Status, Failure> {
    match &args.command {
        CommuteCommand::Import(import) => imported(import),
        CommuteCommand::Info { file } => {
            told(&matrix(file)?)?;
            Ok(Status::Done)
        }
    }
}

fn imported(args: &Import) -> Result<Status, Failure> {
    let gazetteer = if args.places.is_empty() { Gazetteer::embedded() } else { places(&args.places)? };
    let mut builder = CommuteMatrix::builder().spread(Metres(args.spread));
    if let Some(minutes) = args.complete_to {
        builder = builder.complete_to(minutes);
    }
    let mut import = MatrixImport::new(gazetteer, args.mode, builder);
    for path in &args.times {
        let file = File::open(path).map_err(|error| Failure::file(path, &error))?;
        import.read(&path.display().to_string(), BufReader::new(file))?;
    }
    let (matrix, issues) = import.finish()?;
    let bytes = matrix.to_bytes();
    fs::write(&args.out, &bytes).map_err(|error| Failure::file(&args.out, &error))?;
    let mut err = std::io::stderr().lock();
    issues.iter().try_for_each(|issue| writeln!(err, "{issue}"))?;
    told(&matrix)?;
    writeln!(stdout(), "{} bytes in {}", bytes.len(), args.out.display())?;
    Ok(if issues.is_empty() { Status::Done } else { Status::Rejected })
}

fn told(matrix: &CommuteMatrix) -> Result<(), Failure> {
    let mut out = stdout().lock();
    writeln!(out, "{} zones, fingerprint {}", matrix.zones(), matrix.fingerprint())?;
    for mode in matrix.modes().iter() {
        let pairs = matrix.zones() * matrix.zones();
        writeln!(out, "{:?}: {} of {pairs} pairs", mode, matrix.pairs(mode))?;
    }
    Ok(())
}
