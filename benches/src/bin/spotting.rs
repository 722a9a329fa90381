//! Spots skills in the real offers: how many, how right beside the marks of a careful reader, and how fast.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use cpu_time::ProcessTime;
use matcher_benches::data;
use matcher_benches::spotting::{Advert, Judged, Marked, Plain, Tally, adverts, judge, marks};
use matcher_core::Taxonomy;
use matcher_core::spot::{Find, Spotter};
use matcher_core::taxonomy::ConceptKind;

#[derive(Parser)]
#[command(about = "Spots skills in real offers: counts, precision and recall beside marks made by hand, throughput")]
struct Options {
    /// A taxonomy snapshot, as `matcher taxonomy import` writes it; the embedded one where none is named.
    #[arg(long)]
    taxonomy: Option<PathBuf>,
    /// Lists the words found most often in all offers, so many.
    #[arg(long, default_value_t = 0)]
    show: usize,
    /// Lists the wrong finds and the missed marks of the marked offers.
    #[arg(long)]
    misses: bool,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Some(folder) = data::folder_or_say() else { return Ok(()) };
    let adverts = adverts(&folder)?;
    let taxonomy = match &options.taxonomy {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            Taxonomy::from_bytes(&bytes).map_err(|error| error.to_string())?
        }
        None => Taxonomy::embedded(),
    };
    let start = ProcessTime::now();
    let spotter = Spotter::new(&taxonomy);
    let built = start.elapsed();
    println!("{}: {spotter:?}", taxonomy.version());
    println!("built in {:.2} CPU seconds, {:.1} MB", built.as_secs_f64(), spotter.size_in_bytes() as f64 / 1e6);
    counts(&spotter, &adverts, options.show);
    let marked = marks(&adverts)?;
    let judged: Vec<Judged> = marked.iter().map(|m| judge(m, &places(&asked(&spotter, &m.text)))).collect();
    let plain = Plain::new(&taxonomy);
    let peer: Vec<Judged> = marked.iter().map(|m| judge(m, &plain.spot(&m.text))).collect();
    println!("\n{} offers marked by hand, different finds and marks of each offer", marked.len());
    print_tally("spotter", &judged);
    print_tally("labels word for word", &peer);
    if options.misses {
        print_words("wrong", judged.iter().flat_map(|j| &j.wrong));
        print_words("missed", judged.iter().flat_map(|j| &j.missed));
    }
    throughput(&spotter, &adverts, &marked);
    Ok(())
}

/// Skills that are neither denied nor traits of the person.
fn asked(spotter: &Spotter, text: &str) -> Vec<Find> {
    let finds = spotter.spot(text, None);
    finds.into_iter().filter(|find| find.kind == ConceptKind::Skill && !find.negated && !find.is_soft()).collect()
}

fn places(finds: &[Find]) -> Vec<std::ops::Range<usize>> {
    finds.iter().map(|find| find.start..find.end).collect()
}

fn counts(spotter: &Spotter, adverts: &[Advert], show: usize) {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    let mut each: Vec<usize> = Vec::new();
    for advert in adverts {
        let text = format!("{}.\n{}", advert.title, advert.text);
        let found: BTreeSet<String> =
            asked(spotter, &text).iter().map(|find| text[find.start..find.end].to_lowercase()).collect();
        each.push(found.len());
        for found in found {
            *words.entry(found).or_default() += 1;
        }
    }
    let three = each.iter().filter(|&&n| n >= 3).count();
    let (all, sum) = (each.len(), each.iter().sum::<usize>());
    each.sort_unstable();
    println!(
        "{all} offers: {three} ({:.1} %) name at least three skills; {:.1} an offer, median {}",
        100.0 * three as f64 / all as f64,
        sum as f64 / all as f64,
        each[all / 2]
    );
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), word.clone()));
    let shown: Vec<String> = words.iter().take(show).map(|(word, count)| format!("{word} {count}")).collect();
    if show > 0 {
        println!("most often: {}", shown.join(" · "));
    }
}

fn print_tally(name: &str, judged: &[Judged]) {
    let mut tally = Tally::default();
    judged.iter().for_each(|judged| tally += judged);
    println!(
        "{name:>22}: precision {:.3} ({} of {}), recall {:.3} ({} of {})",
        tally.precision(),
        tally.right,
        tally.finds,
        tally.recall(),
        tally.found,
        tally.marks
    );
}

fn print_words<'a>(name: &str, words: impl Iterator<Item = &'a String>) {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    let shown: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
    println!("{name}: {}", shown.join(" · "));
}

/// At least twenty megabytes of the offers' own text, one after the other.
fn throughput(spotter: &Spotter, adverts: &[Advert], marked: &[Marked]) {
    let texts: Vec<&str> =
        adverts.iter().map(|a| a.text.as_str()).chain(marked.iter().map(|m| m.text.as_str())).collect();
    let (mut bytes, mut finds) = (0, 0);
    let start = ProcessTime::now();
    let mut elapsed = Duration::ZERO;
    while bytes < 20_000_000 {
        for text in &texts {
            finds += spotter.spot(text, None).len();
            bytes += text.len();
        }
        elapsed = start.elapsed();
    }
    println!(
        "\n{:.1} MB of text in {:.2} CPU seconds: {:.1} MB a second, {finds} finds",
        bytes as f64 / 1e6,
        elapsed.as_secs_f64(),
        bytes as f64 / 1e6 / elapsed.as_secs_f64()
    );
}
