//! Counts how many of the planted pairs of the demo hold, and says of each that does not, why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use matcher_benches::data::text;
use matcher_core::model::{Limits, Record, read_json};
use matcher_core::units::Day;
use matcher_core::{Engine, Offer, OfferIndex, Person, Profile, Query, Settings, Taxonomy};

#[derive(Parser)]
#[command(about = "Counts how many of the demo's planted pairs hold: ninety in a hundred must")]
struct Options {
    /// A taxonomy snapshot in place of the bundled one.
    #[arg(long)]
    taxonomy: Option<PathBuf>,
    /// The day of the story.
    #[arg(long, default_value = "2027-03-01")]
    as_of: Day,
}

/// One row of the truth file.
struct Planted {
    profile: String,
    offer: String,
    belongs: bool,
    reason: String,
}

fn main() -> Result<ExitCode, String> {
    let options = Options::parse();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../matcher-core/data/demo");
    let taxonomy = match &options.taxonomy {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            Taxonomy::from_bytes(&bytes).map_err(|error| error.to_string())?
        }
        None => Taxonomy::embedded(),
    };
    let settings = Settings::from_json(&text(&folder.join("settings.json"))?).map_err(|error| error.to_string())?;
    let engine = Engine::builder(taxonomy).settings(settings).build().map_err(|error| error.to_string())?;
    let (index, _) = engine.offers(&records::<Offer>(&folder.join("offers.jsonl"))?);
    let people = records::<Profile>(&folder.join("profiles.jsonl"))?;
    let planted = truth(&folder.join("truth.tsv"))?;
    let (mut held, mut misses) = (0, BTreeMap::from([(true, 0), (false, 0)]));
    for profile in &people {
        let person = engine.prepare(profile).map_err(|error| error.to_string())?;
        let all = index.top(Query::new(&person).k(index.len()).as_of(options.as_of));
        for row in planted.iter().filter(|row| row.profile == profile.id) {
            let place = all.hits().iter().position(|hit| hit.id() == row.offer);
            if row.belongs == place.is_some_and(|place| place < 10) {
                held += 1;
            } else {
                *misses.entry(row.belongs).or_default() += 1;
                miss(&index, &person, options.as_of, row, place);
            }
        }
    }
    let share = 100.0 * f64::from(held) / planted.len().max(1) as f64;
    println!(
        "{held} of {} planted pairs hold ({share:.1} %); {} that belong are missed, {} that do not are shown",
        planted.len(),
        misses[&true],
        misses[&false]
    );
    Ok(if share >= 90.0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn records<R: Record>(path: &Path) -> Result<Vec<R>, String> {
    let read = |line: &str| {
        let (record, issues) = read_json(line, &Limits::default());
        record.ok_or_else(|| format!("{}: {issues:?}", path.display()))
    };
    text(path)?.lines().map(read).collect()
}

fn truth(path: &Path) -> Result<Vec<Planted>, String> {
    let row = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        [profile, offer, belongs, reason] => Ok(Planted {
            profile: profile.to_owned(),
            offer: offer.to_owned(),
            belongs: belongs == "yes",
            reason: reason.to_owned(),
        }),
        _ => Err(format!("{}: four columns are expected in “{line}”", path.display())),
    };
    text(path)?.lines().skip(1).map(row).collect()
}

/// What the truth file says, then where the offer stands and where its points went, or what leaves it out.
fn miss(index: &OfferIndex, person: &Person, as_of: Day, row: &Planted, place: Option<usize>) {
    let query = || Query::new(person).as_of(as_of);
    let expected = if row.belongs { "belongs" } else { "does not belong" };
    println!("{} {} {expected}: {}", row.profile, row.offer, row.reason);
    let Some(place) = place else {
        match index.why_not(query(), &row.offer) {
            Ok(why) if why.refusals.is_empty() => println!("    not shown: the person cannot be ranked"),
            Ok(why) => {
                let refusals: Vec<String> =
                    why.refusals.iter().map(|r| format!("{} ({})", r.filter, r.line.key)).collect();
                println!("    not shown: {}", refusals.join(", "));
            }
            Err(error) => println!("    {error}"),
        }
        return;
    };
    let Ok(explanation) = index.explain(query(), &row.offer) else { return };
    let points = |parts: u32| f64::from(parts) / 10_000.0;
    let losses: Vec<String> = explanation
        .criteria
        .iter()
        .filter(|part| part.lost > 0)
        .take(4)
        .map(|part| format!("{} −{:.1}", part.criterion, points(part.lost)))
        .collect();
    println!("    rank {} score {:.1} {}", place + 1, points(explanation.score.get()), losses.join(", "));
    let tenth = index.top(query());
    if let Some(tenth) = tenth.hits().last() {
        println!("    the tenth: {} “{}” {:.1}", tenth.id(), tenth.offer().title, points(tenth.score().get()));
    }
}
