//! The index beside a look at every offer: equal answers, rates, what was looked at.

use std::ops::ControlFlow;
use std::time::Instant;

use clap::Parser;
use cpu_time::ProcessTime;
use matcher_benches::process::{median, peak_mib};
use matcher_benches::workload::{Size, Workload};
use matcher_core::{Answer, Engine, Person, Query};

#[derive(Parser)]
#[command(about = "Measures the exact index beside a look at every offer")]
struct Options {
    /// People.
    #[arg(long, default_value_t = 10_000)]
    profiles: usize,
    /// Offers.
    #[arg(long, default_value_t = 100_000)]
    offers: usize,
    /// Another seed, another market.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// People for whom every offer is looked at.
    #[arg(long, default_value_t = 300)]
    sample: usize,
    /// Rounds; the medians are printed.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Options { profiles, offers, seed, sample, rounds } = options;
    let market = Workload::generate(Size { profiles, offers, seed }).map_err(|error| error.to_string())?;
    let engine = Engine::builder(market.taxonomy.clone()).build().map_err(|error| error.to_string())?;
    let begun = Instant::now();
    let (index, _) = engine.offers(&market.offers);
    let built = begun.elapsed().as_secs_f64();
    println!(
        "{profiles} profiles × {offers} offers, seed {seed}; prepared and indexed in {built:.2} s, {} bytes an offer",
        index.size_in_bytes() / offers.max(1)
    );
    let begun = ProcessTime::now();
    let people: Vec<Person> = market
        .profiles
        .iter()
        .map(|p| engine.prepare(p))
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())?;
    println!("profiles prepared at {:.0} a CPU-second", profiles as f64 / begun.elapsed().as_secs_f64());
    let queries: Vec<Query> = people.iter().map(Query::new).collect();
    let sample = &queries[..sample.min(queries.len())];
    let (mut fast, mut slow) = (Vec::new(), Vec::new());
    let (mut answers, mut scanned) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        drop(std::mem::take(&mut answers));
        let begun = ProcessTime::now();
        answers = index.top_many(&queries, |_| ControlFlow::Continue(()));
        fast.push(queries.len() as f64 / begun.elapsed().as_secs_f64());
        let begun = ProcessTime::now();
        scanned = index.scan_many(sample, |_| ControlFlow::Continue(()));
        slow.push(sample.len() as f64 / begun.elapsed().as_secs_f64());
    }
    let (fast, slow) = (median(&fast), median(&slow));
    println!("index {fast:.0} profiles a CPU-second, every offer {slow:.0}, ratio {:.1}", fast / slow);
    let different = answers.iter().zip(&scanned).filter(|(a, b)| shown(a) != shown(b)).count();
    println!("different answers: {different} of {}", scanned.len());
    let of = |what: &dyn Fn(&Answer) -> usize| {
        let mut all: Vec<usize> = answers.iter().map(what).collect();
        all.sort_unstable();
        let at = |share: usize| all[(all.len() - 1) * share / 100];
        format!("median {}, mean {}, 95 % {}, most {}", at(50), all.iter().sum::<usize>() / all.len(), at(95), at(100))
    };
    println!("eligible      {}", of(&|answer| answer.eligible()));
    println!("tiles opened  {}", of(&|answer| answer.counts().tiles_opened));
    println!("offers read   {}", of(&|answer| answer.counts().offers_read));
    println!("terms read    {}", of(&|answer| answer.counts().terms_read));
    println!("scored        {}", of(&|answer| answer.counts().scored));
    both_ways(&market, &engine)?;
    println!("peak memory   {:.0} MiB", peak_mib().unwrap_or_default());
    Ok(())
}

fn shown(answer: &Answer) -> (usize, Vec<(&str, u32)>) {
    (answer.eligible(), answer.hits().iter().map(|hit| (hit.id(), hit.score().get())).collect())
}

/// The best people for a thousand offers, among all profiles.
fn both_ways(market: &Workload, engine: &Engine) -> Result<(), String> {
    let offers = &market.offers[..market.offers.len().min(1_000)];
    let (index, _) = engine.offers(offers);
    // In parts, as a batch does it: prepared people take more memory than raw ones.
    let (mut fast, mut slow, mut different) = (0.0, 0.0, 0);
    for part in market.profiles.chunks(100_000) {
        let people: Vec<Person> =
            part.iter().map(|p| engine.prepare(p)).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        let begun = ProcessTime::now();
        let lists = index.candidates(&people, 10, None);
        fast += begun.elapsed().as_secs_f64();
        let begun = ProcessTime::now();
        let all = index.scan_candidates(&people, 10, None);
        slow += begun.elapsed().as_secs_f64();
        let of = |list: &[(&str, Vec<matcher_core::Candidate>)]| -> Vec<Vec<(usize, u32)>> {
            list.iter().map(|(_, list)| list.iter().map(|c| (c.person, c.score.get())).collect()).collect()
        };
        different += usize::from(of(&lists) != of(&all));
    }
    println!(
        "people for {} offers: index {fast:.2} CPU-seconds, every pair {slow:.2}, ratio {:.1}; parts that differ: {different}",
        offers.len(),
        slow / fast
    );
    Ok(())
}
