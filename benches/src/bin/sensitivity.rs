//! What each number of the settings moves: the share of the demo's first tens that changes where it is a quarter lower or
//! higher. With `--out` the lists are written, with `--against` compared with lists written before: that is how a constant
//! is measured, which takes another build.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Parser;
use matcher_core::units::Day;
use matcher_core::{Engine, Offer, Profile, Query, Settings, Taxonomy, demo};
use serde_json::Value;

#[derive(Parser)]
#[command(about = "Measures what each number of the settings moves in the demo's first tens")]
struct Options {
    /// Writes the lists of the default settings, and nothing else.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Compares the lists of the default settings with these, and nothing else.
    #[arg(long)]
    against: Option<PathBuf>,
}

/// Profile → its first ten offers.
type Tens = BTreeMap<String, Vec<String>>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::parse();
    let default = Settings::from_json(demo::settings())?;
    let base = tens(&default)?;
    if let Some(path) = options.out {
        return Ok(std::fs::write(path, serde_json::to_string(&base)?)?);
    }
    if let Some(path) = options.against {
        let other: Tens = serde_json::from_str(&std::fs::read_to_string(path)?)?;
        println!("{:.1} %", changed(&other, &base));
        return Ok(());
    }
    println!("{} people, {} places in their first tens\n", base.len(), base.values().map(Vec::len).sum::<usize>());
    println!("| setting | −25 % | +25 % |\n|---|---|---|");
    let json = serde_json::to_value(&default)?;
    for group in ["weights", "neutrals"] {
        for name in json[group].as_object().ok_or("a group of numbers")?.keys() {
            // Settings that are refused (a surer kind of requirement would weigh less) have no figure.
            let moved = |factor: f64| -> Result<String, Box<dyn std::error::Error>> {
                let Ok(settings) = scaled(&json, group, name, factor) else { return Ok("–".to_owned()) };
                Ok(format!("{:.1} %", changed(&base, &tens(&settings)?)))
            };
            println!("| `{group}.{name}` | {} | {} |", moved(0.75)?, moved(1.25)?);
        }
    }
    Ok(())
}

/// The settings with one number scaled; a weight stays within what is allowed.
fn scaled(json: &Value, group: &str, name: &str, factor: f64) -> Result<Settings, Box<dyn std::error::Error>> {
    let mut json = json.clone();
    let value = json[group][name].as_f64().ok_or("a number")? * factor;
    json[group][name] = value.min(if group == "weights" { 0.95 } else { 1.0 }).into();
    Ok(Settings::from_json(&json.to_string())?)
}

fn tens(settings: &Settings) -> Result<Tens, Box<dyn std::error::Error>> {
    let engine = Engine::builder(Taxonomy::embedded()).settings(settings.clone()).build()?;
    let offers: Vec<Offer> = demo::offers().lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let (index, _) = engine.offers(&offers);
    let day: Day = demo::AS_OF.parse()?;
    let mut tens = Tens::new();
    for line in demo::profiles().lines() {
        let profile: Profile = serde_json::from_str(line)?;
        let answer = index.top(Query::new(&engine.prepare(&profile)?).as_of(day));
        tens.insert(profile.id, answer.into_iter().map(|hit| hit.id().to_owned()).collect());
    }
    Ok(tens)
}

/// Of a hundred offers in the first tens, how many are not in the other first tens.
fn changed(base: &Tens, other: &Tens) -> f64 {
    let gone =
        |(person, ten): (&String, &Vec<String>)| ten.iter().filter(|offer| !other[person].contains(offer)).count();
    let all: usize = base.values().map(Vec::len).sum();
    100.0 * base.iter().map(gone).sum::<usize>() as f64 / all.max(1) as f64
}
