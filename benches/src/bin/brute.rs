//! Exact brute force on one thread, beside numpy on the same data, in interleaved rounds.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use clap::Parser;
use cpu_time::ProcessTime;
use matcher_benches::peers::Numpy;
use matcher_benches::process::{median, peak_mib};
use matcher_benches::workload::{Size, Workload};
use matcher_core::units::Ratio;
use matcher_core::{Answer, Engine, OfferIndex, Person, Query, Settings};

#[derive(Parser)]
#[command(about = "Measures exact brute force on one thread, beside numpy on the same data")]
struct Options {
    /// People.
    #[arg(long, default_value_t = 1_000)]
    profiles: usize,
    /// Offers.
    #[arg(long, default_value_t = 10_000)]
    offers: usize,
    /// Another seed, another market.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Rounds; the medians are printed.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// The engine alone.
    #[arg(long)]
    no_peer: bool,
}

/// One engine over the market.
struct Run {
    name: &'static str,
    engine: Engine,
    index: OfferIndex,
    people: Vec<Person>,
}

/// What a round took.
#[derive(Default)]
struct Times {
    prepare: Vec<f64>,
    query: Vec<f64>,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Options { profiles, offers, seed, rounds, .. } = options;
    let market = Workload::generate(Size { profiles, offers, seed }).map_err(|error| error.to_string())?;
    let memory_before = peak_mib();
    let full = Run::new("all criteria", &market, Settings::default())?;
    let memory_after = peak_mib();
    let common = Run::new("the peer's criteria", &market, common_settings())?;
    println!("{profiles} profiles × {offers} offers, seed {seed}, one thread, {rounds} interleaved rounds, medians");
    let peer = if options.no_peer {
        None
    } else {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers");
        Some(Numpy::new(&folder, &common.index, &common.people)?)
    };
    let (mut own, mut shared, mut numpy) = (Times::default(), Times::default(), Vec::new());
    let (mut answers, mut answers_shared, mut last) = (Vec::new(), Vec::new(), None);
    for _ in 0..rounds {
        answers = full.round(&market, &mut own)?;
        answers_shared = common.round(&market, &mut shared)?;
        if let Some(peer) = &peer {
            let round = peer.round()?;
            numpy.push(round.cpu_seconds);
            last = Some(round);
        }
    }
    println!("{:<34}{:>16}{:>16}{:>14}", "", "profiles/CPU-s", "with prepare", "pairs/CPU-s");
    for (run, times) in [(&full, &own), (&common, &shared)] {
        let (query, prepare) = (median(&times.query), median(&times.prepare));
        let name = format!("brute force, {}", run.name);
        let rate = |seconds: f64| profiles as f64 / seconds;
        println!(
            "{name:<34}{:>16.0}{:>16.0}{:>14.2e}",
            rate(query),
            rate(query + prepare),
            rate(query) * offers as f64
        );
    }
    let eligible: Vec<f64> = answers.iter().map(|answer| answer.eligible() as f64).collect();
    println!("eligible a profile: mean {:.1}, median {:.0}", mean(&eligible), median(&eligible));
    if let (Some(before), Some(after)) = (memory_before, memory_after) {
        println!("peak memory: {after:.0} MiB, of which {:.0} for the market", before);
    }
    if let Some(round) = last {
        let spent = median(&numpy);
        println!(
            "{:<34}{:>16.0}{:>16}{:>14.2e}   {:.0} MiB",
            "numpy, filters first",
            profiles as f64 / spent,
            "–",
            profiles as f64 * offers as f64 / spent,
            round.peak_mib
        );
        println!(
            "ratio to numpy: {:.2} with all criteria, {:.2} with the same ones",
            spent / median(&own.query),
            spent / median(&shared.query)
        );
        compare(&common.index, &answers_shared, &round.top, round.eligible);
    }
    Ok(())
}

impl Run {
    fn new(name: &'static str, market: &Workload, settings: Settings) -> Result<Run, String> {
        let engine = Engine::builder(market.taxonomy.clone()).settings(settings).build();
        let engine = engine.map_err(|error| error.to_string())?;
        let (index, _) = engine.offers(&market.offers);
        let people = prepare(&engine, market)?;
        Ok(Run { name, engine, index, people })
    }

    fn round(&self, market: &Workload, times: &mut Times) -> Result<Vec<Answer>, String> {
        let begun = ProcessTime::now();
        prepare(&self.engine, market)?;
        times.prepare.push(seconds(begun.elapsed()));
        let queries: Vec<Query> = self.people.iter().map(Query::new).collect();
        let begun = ProcessTime::now();
        let answers = self.index.top_many(&queries, |_| ControlFlow::Continue(()));
        times.query.push(seconds(begun.elapsed()));
        Ok(answers)
    }
}

fn prepare(engine: &Engine, market: &Workload) -> Result<Vec<Person>, String> {
    market.profiles.iter().map(|p| engine.prepare(p)).collect::<Result<_, _>>().map_err(|error| error.to_string())
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len().max(1) as f64
}

/// Only what the peer computes: skills, commute and pay.
fn common_settings() -> Settings {
    let mut settings = Settings::default();
    let weights = &mut settings.weights;
    for weight in [
        &mut weights.availability,
        &mut weights.conditions,
        &mut weights.education,
        &mut weights.languages,
        &mut weights.occupation,
        &mut weights.wish,
    ] {
        *weight = Ratio::ZERO;
    }
    settings
}

/// How far the two first tens agree. The engine lends a skill once, the peer many times.
fn compare(index: &OfferIndex, answers: &[Answer], top: &[Vec<usize>], eligible: usize) {
    let ids: Vec<String> = index.iter().map(|offer| offer.identity()).collect();
    let (mut common, mut all, mut equal) = (0, 0, 0);
    for (answer, rows) in answers.iter().zip(top) {
        let theirs: Vec<&str> = rows.iter().map(|&row| ids[row].as_str()).collect();
        let shared = answer.hits().iter().filter(|hit| theirs.contains(&hit.id())).count();
        common += shared;
        all += answer.hits().len();
        equal += usize::from(shared == answer.hits().len() && shared == theirs.len());
    }
    let own: usize = answers.iter().map(Answer::eligible).sum();
    println!(
        "the same criteria: {:.2} % of the first tens are the same offers, {:.1} % of the sets are equal; eligible {own} and {eligible}",
        100.0 * common as f64 / all.max(1) as f64,
        100.0 * equal as f64 / answers.len().max(1) as f64
    );
}
