use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use matcher_core::place::{Gazetteer, PlaceImport, Selection};
use matcher_core::{Issue, Severity};

/// `matcher places …`
#[derive(Args)]
pub(crate) struct Places {
    #[command(subcommand)]
    command: PlacesCommand,
}

#[derive(Subcommand)]
enum PlacesCommand {
    /// Makes the gazetteer that the engine bundles from tables of municipalities, border towns and postal codes.
    #[command(
        after_help = "Example:\n  matcher places pack --communes communes_fr.csv --border places_border.csv \\\n    --postal postal_border.csv --out places.bin"
    )]
    Pack(Pack),
    /// Says how many places of which countries a packed gazetteer holds, and its fingerprint.
    Info {
        /// A packed gazetteer; without it, the bundled one.
        file: Option<PathBuf>,
    },
}

#[derive(Args)]
struct Pack {
    /// French municipalities: insee, nom, dep, reg, codes_postaux, population, centroid_lat… (CSV).
    #[arg(long)]
    communes: PathBuf,
    /// Towns of the neighbours: geonameid, name, country, lat, lon, population (CSV).
    #[arg(long)]
    border: PathBuf,
    /// Postal codes of the neighbours: country, zipcode, place, lat, lon (CSV).
    #[arg(long)]
    postal: PathBuf,
    /// Takes every row instead of Grand Est and the towns around it.
    #[arg(long)]
    all: bool,
    /// The packed gazetteer.
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn run(places: &Places) -> Result<ExitCode, Box<dyn Error>> {
    match &places.command {
        PlacesCommand::Pack(pack) => packed(pack),
        PlacesCommand::Info { file } => {
            let gazetteer = match file {
                Some(file) => Gazetteer::from_bytes(&named(file, fs::read(file))?)?,
                None => Gazetteer::embedded(),
            };
            print!("{}", summary(&gazetteer));
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn packed(pack: &Pack) -> Result<ExitCode, Box<dyn Error>> {
    let mut import = PlaceImport::new(if pack.all { Selection::default() } else { Selection::bundled() });
    for file in [&pack.communes, &pack.border, &pack.postal] {
        import.read(&file.display().to_string(), named(file, File::open(file))?)?;
    }
    let (gazetteer, issues) = import.finish()?;
    let bytes = gazetteer.to_bytes();
    named(&pack.out, fs::write(&pack.out, &bytes))?;
    issues.iter().for_each(|issue: &Issue| eprintln!("{issue}"));
    print!("{}", summary(&gazetteer));
    println!("{} bytes in {}", bytes.len(), pack.out.display());
    let rejected = issues.iter().any(|issue| issue.severity == Severity::Rejected);
    Ok(if rejected { ExitCode::from(3) } else { ExitCode::SUCCESS })
}

fn summary(gazetteer: &Gazetteer) -> String {
    let mut out = format!("{} places, fingerprint {}\n", gazetteer.len(), gazetteer.fingerprint());
    for run in gazetteer.places().chunk_by(|a, b| a.country() == b.country()) {
        let postcodes: usize = run.iter().map(|place| place.postcodes().len()).sum();
        out.push_str(&format!("{} {} places, {postcodes} postal codes\n", run[0].country(), run.len()));
    }
    out
}

/// An error of the file system with the file's name.
fn named<T>(file: &Path, done: std::io::Result<T>) -> Result<T, String> {
    done.map_err(|error| format!("{}: {error}", file.display()))
}
