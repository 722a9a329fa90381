//! The index beside a look at every offer, and beside named peers on the same data: equal answers, rates, what was looked
//! at, memory.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use clap::Parser;
use cpu_time::ProcessTime;
use matcher_benches::esco::{self, Part};
use matcher_benches::peers::{Market, Round};
use matcher_benches::process::{median, peak_mib};
use matcher_benches::workload::{Catalogue, Size, Workload};
use matcher_core::units::{Minutes, Ratio};
use matcher_core::{Answer, Candidate, Counts, Engine, OfferIndex, Person, Query, Seek, Settings, Taxonomy};

#[derive(Parser)]
#[command(about = "Measures the exact index beside a look at every offer and beside named peers")]
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
    /// People for whom every offer is looked at, and who are given to the peers.
    #[arg(long, default_value_t = 300)]
    sample: usize,
    /// Rounds; the medians are printed.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Also numpy, DuckDB, sparse_dot_topn and tantivy from their Python wheels, and a plain loop, MiniSearch and FlexSearch under
    /// Node, in environments of their own.
    #[arg(long)]
    peers: bool,
    /// Offers and profiles in words over the bundled taxonomy, in place of ids of a made-up one.
    #[arg(long)]
    words: bool,
    /// Occupations and skills of ESCO out of this folder of real data, in place of a made-up taxonomy.
    #[arg(long)]
    esco: Option<std::path::PathBuf>,
    /// Everybody goes so many minutes to work, in place of limits of their own.
    #[arg(long)]
    minutes: Option<u16>,
    /// Also the best people for a thousand of the offers.
    #[arg(long)]
    people: bool,
}

/// One engine over the market.
struct Side {
    name: &'static str,
    index: OfferIndex,
    queries: Vec<Query>,
    fast: Vec<f64>,
    slow: Vec<f64>,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Options { profiles, offers, seed, sample, rounds, .. } = options;
    let mut market = market(&options)?;
    if let Some(minutes) = options.minutes {
        for profile in &mut market.profiles {
            profile.commute.minutes = Some(Minutes::new(minutes));
        }
    }
    println!("{profiles} profiles × {offers} offers, seed {seed}, one thread, {rounds} interleaved rounds, medians");
    let all = Side::new("all criteria", &market, Settings::default(), true)?;
    let mut sides = vec![all];
    let mut peers = Vec::new();
    if options.peers {
        let common = Side::new("the peers' criteria", &market, common_settings(), false)?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers");
        let people: Vec<Person> = prepared(&common.index, &market.profiles[..sample.min(profiles)])?;
        peers = Market::written(&folder, &common.index, &people)?.peers()?;
        sides.push(common);
    }
    let (mut answers, mut rates, mut last): (Vec<Answer>, Vec<Vec<f64>>, Vec<Option<Round>>) =
        (Vec::new(), vec![Vec::new(); peers.len()], vec![None; peers.len()]);
    let (mut different, mut looked_at) = (0, 0);
    let mut common_answers = Vec::new();
    for _ in 0..rounds {
        for (number, side) in sides.iter_mut().enumerate() {
            let (own, scanned) = side.round(sample);
            different += own.iter().zip(&scanned).filter(|(a, b)| shown(a) != shown(b)).count();
            looked_at += scanned.len();
            if number == 0 { answers = own } else { common_answers = own }
        }
        for (number, peer) in peers.iter().enumerate() {
            let round = peer.round()?;
            rates[number].push(sample.min(profiles) as f64 / round.cpu_seconds);
            last[number] = Some(round);
        }
    }
    println!("{:<40}{:>16}{:>10}", "", "profiles/CPU-s", "ratio");
    for side in &sides {
        let (fast, slow) = (median(&side.fast), median(&side.slow));
        println!("{:<40}{fast:>16.0}", format!("index, {}", side.name));
        println!("{:<40}{slow:>16.1}{:>10.1}", format!("every offer, {}", side.name), fast / slow);
    }
    let fast = sides.last().map(|side| median(&side.fast)).unwrap_or_default();
    for ((peer, rates), round) in peers.iter().zip(&rates).zip(&last) {
        let (rate, round) = (median(rates), round.as_ref());
        let recall = round.map_or(0.0, |round| recall(&sides[1].index, &common_answers, &round.top));
        let memory = round.map_or(0.0, |round| round.peak_mib);
        println!(
            "{:<44}{rate:>12.1}{:>10.1}   {recall:.4} of our first tens are in its, {memory:.0} MiB",
            peer.name,
            fast / rate
        );
    }
    println!("answers that differ from a look at every offer: {different} of {looked_at}");
    print_counts(&answers);
    if options.people {
        both_ways(&market, rounds)?;
    }
    println!("peak memory     {:.0} MiB", peak_mib().unwrap_or_default());
    Ok(())
}

fn market(options: &Options) -> Result<Workload, String> {
    let size = Size { profiles: options.profiles, offers: options.offers, seed: options.seed };
    if options.words {
        return Ok(Workload::in_words(Taxonomy::embedded(), size));
    }
    match &options.esco {
        Some(folder) => {
            let taxonomy = esco::read(folder, Part::Whole)?;
            Ok(Workload::over(&Catalogue::of(&taxonomy), taxonomy, size))
        }
        None => Workload::generate(size).map_err(|error| error.to_string()),
    }
}

fn prepared(index: &OfferIndex, profiles: &[matcher_core::Profile]) -> Result<Vec<Person>, String> {
    let all = profiles.iter().map(|profile| index.engine().prepare(profile));
    all.collect::<Result<_, _>>().map_err(|error| error.to_string())
}

impl Side {
    fn new(name: &'static str, market: &Workload, settings: Settings, told: bool) -> Result<Side, String> {
        let engine = Engine::builder(market.taxonomy.clone()).settings(settings).build();
        let engine = engine.map_err(|error| error.to_string())?;
        let (before, begun) = (ProcessTime::now(), Instant::now());
        let (index, _) = engine.offers(&market.offers);
        let (cpu, wall) = (before.elapsed().as_secs_f64(), begun.elapsed().as_secs_f64());
        let begun = ProcessTime::now();
        let people = prepared(&index, &market.profiles)?;
        let preparing = begun.elapsed().as_secs_f64();
        if told {
            let bytes = index.size_in_bytes() / market.offers.len().max(1);
            println!(
                "offers prepared and indexed in {cpu:.2} CPU-seconds ({wall:.2} s), {bytes} bytes an offer for the index"
            );
            println!("profiles prepared at {:.0} a CPU-second", people.len() as f64 / preparing);
        }
        let queries = people.iter().map(Query::new).collect();
        Ok(Side { name, index, queries, fast: Vec::new(), slow: Vec::new() })
    }

    fn round(&mut self, sample: usize) -> (Vec<Answer>, Vec<Answer>) {
        let begun = ProcessTime::now();
        let answers = self.index.top_many(&self.queries, |_| ControlFlow::Continue(()));
        self.fast.push(self.queries.len() as f64 / begun.elapsed().as_secs_f64());
        let sample = &self.queries[..sample.min(self.queries.len())];
        let begun = ProcessTime::now();
        let scanned = self.index.scan_many(sample, |_| ControlFlow::Continue(()));
        self.slow.push(sample.len() as f64 / begun.elapsed().as_secs_f64());
        (answers, scanned)
    }
}

/// Only what the peers compute: skills, commute and pay.
fn common_settings() -> Settings {
    let mut settings = Settings::default();
    let weights = &mut settings.weights;
    for weight in [
        &mut weights.availability,
        &mut weights.conditions,
        &mut weights.education,
        &mut weights.languages,
        &mut weights.occupation,
        &mut weights.tasks,
        &mut weights.wish,
    ] {
        *weight = Ratio::ZERO;
    }
    settings
}

fn shown(answer: &Answer) -> (usize, Vec<(&str, u32)>) {
    (answer.eligible(), answer.hits().iter().map(|hit| (hit.id(), hit.score().get())).collect())
}

/// The share of our first tens that is in the peer's.
fn recall(index: &OfferIndex, answers: &[Answer], top: &[Vec<usize>]) -> f64 {
    let ids: Vec<String> = index.iter().map(|offer| offer.identity()).collect();
    let (mut common, mut all) = (0, 0);
    for (answer, rows) in answers.iter().zip(top) {
        let theirs: Vec<&str> = rows.iter().map(|&row| ids[row].as_str()).collect();
        common += answer.hits().iter().filter(|hit| theirs.contains(&hit.id())).count();
        all += answer.hits().len();
    }
    common as f64 / f64::max(all as f64, 1.0)
}

fn print_counts(answers: &[Answer]) {
    spread("eligible", answers.iter().map(Answer::eligible));
    print_counts_of(&answers.iter().map(Answer::counts).collect::<Vec<_>>());
}

fn print_counts_of(counts: &[Counts]) {
    spread("tiles opened", counts.iter().map(|counts| counts.tiles_opened));
    spread("read", counts.iter().map(|counts| counts.offers_read));
    spread("terms read", counts.iter().map(|counts| counts.terms_read));
    spread("scored exactly", counts.iter().map(|counts| counts.scored));
}

fn spread(name: &str, values: impl Iterator<Item = usize>) {
    let mut all: Vec<usize> = values.collect();
    all.sort_unstable();
    let at = |share: usize| all[(all.len() - 1) * share / 100];
    let mean = all.iter().sum::<usize>() / all.len();
    println!("{name:<16}median {}, mean {mean}, 95 % {}, most {}", at(50), at(95), at(100));
}

/// The best people for a thousand offers, among all profiles.
fn both_ways(market: &Workload, rounds: usize) -> Result<(), String> {
    let offers = &market.offers[..market.offers.len().min(1_000)];
    let engine = Engine::builder(market.taxonomy.clone()).build().map_err(|error| error.to_string())?;
    let (index, _) = engine.offers(offers);
    let prepared = prepared(&index, &market.profiles)?;
    let begun = ProcessTime::now();
    let people = engine.people(&prepared);
    let building = begun.elapsed().as_secs_f64();
    let seek = Seek::new();
    let (mut fast, mut slow, mut different) = (Vec::new(), Vec::new(), 0);
    let of = |lists: &[(&str, Vec<Candidate>)]| -> Vec<Vec<(usize, u32)>> {
        lists.iter().map(|(_, list)| list.iter().map(|c| (c.person, c.score.get())).collect()).collect()
    };
    for _ in 0..rounds {
        let begun = ProcessTime::now();
        let lists = index.candidates(&people, seek);
        fast.push(begun.elapsed().as_secs_f64());
        let begun = ProcessTime::now();
        let all = index.scan_candidates(&people, seek);
        slow.push(begun.elapsed().as_secs_f64());
        different += of(&lists).iter().zip(of(&all)).filter(|(a, b)| *a != b).count();
    }
    let (fast, slow) = (median(&fast), median(&slow));
    println!(
        "people for {} offers among {}: index {fast:.2} CPU-seconds, every pair {slow:.2}, ratio {:.1}; lists that differ: {different}",
        offers.len(),
        prepared.len(),
        slow / fast
    );
    println!(
        "profiles indexed in {building:.2} CPU-seconds, {} bytes a profile for the index",
        people.size_in_bytes() / people.len().max(1)
    );
    let counts: Result<Vec<Counts>, _> =
        index.iter().map(|offer| Ok(index.candidates_for(&offer.identity(), &people, seek)?.1)).collect();
    print_counts_of(&counts.map_err(|error: matcher_core::Error| error.to_string())?);
    Ok(())
}
