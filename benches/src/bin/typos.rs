//! Misspelt labels: how many are found and how fast, beside a full scan with `strsim`, rapidfuzz and symspellpy; then how
//! long a completion takes.

use std::path::Path;

use clap::Parser;
use cpu_time::ProcessTime;
use matcher_benches::corruption::corrupted;
use matcher_benches::esco::{self, Part};
use matcher_benches::peers::Fuzzy;
use matcher_benches::process::median;
use matcher_benches::random::Random;
use matcher_benches::{data, typing};
use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::typos::{Completion, Lexicon, Spelling};

const KINDS: [ConceptKind; 2] = [ConceptKind::Skill, ConceptKind::Occupation];

#[derive(Parser)]
#[command(about = "Finds misspelt labels of ESCO, beside strsim, rapidfuzz and symspellpy")]
struct Options {
    /// Labels, drawn from all French, English and German ones.
    #[arg(long, default_value_t = 82_000)]
    labels: usize,
    /// Misspelt labels.
    #[arg(long, default_value_t = 1_000)]
    queries: usize,
    /// Another seed, other labels and errors.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Queries that strsim answers; it is slow.
    #[arg(long, default_value_t = 60)]
    scanned: usize,
    /// Rounds of the index; the median is printed.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Without rapidfuzz and symspellpy.
    #[arg(long)]
    no_peers: bool,
    /// Prints what was not found.
    #[arg(long)]
    misses: bool,
}

/// A misspelt form.
struct Query {
    text: String,
    /// The number of the form that was meant.
    meant: usize,
    language: Language,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Some(data) = data::folder_or_say() else { return Ok(()) };
    let mut random = Random::seeded(options.seed);
    let taxonomy = drawn(&esco::read(&data, Part::Labels)?, options.labels, &mut random)?;
    let forms = forms(&taxonomy);
    let queries = queries(&taxonomy, &forms, options.queries, &mut random);
    println!("{} labels in {} forms, {} queries, seed {}", labels(&taxonomy), forms.len(), queries.len(), options.seed);

    let (lexicon, lexicon_seconds) = timed(|| Lexicon::of(&taxonomy, &KINDS));
    let (spelling, spelling_seconds) = timed(|| Spelling::of(&lexicon));
    let (completion, completion_seconds) = timed(|| Completion::of(&lexicon));
    for (name, seconds, bytes) in [
        ("lexicon", lexicon_seconds, lexicon.size_in_bytes()),
        ("spelling", spelling_seconds, spelling.size_in_bytes()),
        ("completion", completion_seconds, completion.size_in_bytes()),
    ] {
        println!("{name:<12} built in {seconds:.2} CPU-s, {:.1} MiB", mib(bytes));
    }

    let mut rounds = Vec::new();
    let mut found = Vec::new();
    for _ in 0..options.rounds.max(1) {
        let (answers, seconds) = timed(|| {
            let nearest =
                |query: &Query| spelling.nearest(&query.text, &[query.language], 1).first().map(|near| near.form);
            queries.iter().map(nearest).collect::<Vec<_>>()
        });
        rounds.push(seconds);
        found = answers.into_iter().map(|form| form.map(|form| place(&forms, form))).collect();
    }
    let (corrected, correction_seconds) = timed(|| {
        let first =
            |query: &Query| spelling.corrections(&query.text, &[query.language], 1).first().map(|near| near.form);
        queries.iter().map(first).collect::<Vec<_>>()
    });
    let corrected: Vec<Option<usize>> =
        corrected.into_iter().map(|form| form.map(|form| place(&forms, form))).collect();

    let scanned = &queries[..options.scanned.min(queries.len())];
    let (scan, scan_seconds) = timed(|| scanned.iter().map(|query| scan(&forms, &query.text)).collect::<Vec<_>>());
    let scan_rate = scanned.len() as f64 / scan_seconds;

    println!(
        "{:<34}{:>8}{:>8}{:>14}{:>12}{:>12}{:>12}",
        "", "A@1", "none", "queries/CPU-s", "× strsim", "build CPU-s", "index MiB"
    );
    let row = |name: &str, found: &[Option<usize>], seconds: f64, build: f64, size: f64| {
        let rate = found.len() as f64 / seconds;
        let right = found.iter().zip(&queries).filter(|(found, query)| **found == Some(query.meant)).count();
        let none = found.iter().filter(|found| found.is_none()).count();
        let accuracy = right as f64 / found.len().max(1) as f64;
        println!("{name:<34}{accuracy:>8.3}{none:>8}{rate:>14.1}{:>12.1}{build:>12.2}{size:>12.1}", rate / scan_rate);
    };
    let (build, size) = (lexicon_seconds + spelling_seconds, mib(lexicon.size_in_bytes() + spelling.size_in_bytes()));
    row("nearest", &found, median(&rounds), build, size);
    row("corrections (known words kept)", &corrected, correction_seconds, build, size);
    row(&format!("strsim, full scan, {} queries", scanned.len()), &scan, scan_seconds, 0.0, 0.0);
    let equal = scan.iter().zip(&found).zip(scanned).filter(|((scan, found), query)| {
        let edits = |form: Option<usize>| form.map(|form| strsim::osa_distance(&query.text, &forms[form]));
        scan == found || edits(**scan) == edits(**found)
    });
    println!("as near as the scan's answer: {} of {}", equal.count(), scanned.len());
    if !options.no_peers {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers/fuzzy");
        let asked: Vec<String> = queries.iter().map(|query| query.text.clone()).collect();
        for run in Fuzzy::new(&folder, &forms, &asked)?.run()? {
            row(&run.name, &run.found, run.query_cpu_seconds, run.build_cpu_seconds, run.index_mib);
        }
    }
    if options.misses {
        for (found, query) in found.iter().zip(&queries).filter(|(found, query)| **found != Some(query.meant)) {
            println!("{:?}: meant {:?}, found {:?}", query.text, forms[query.meant], found.map(|form| &forms[form]));
        }
    }
    let typed: Vec<&str> = queries.iter().map(|query| forms[query.meant].as_str()).collect();
    if options.misses {
        println!("not seen as corrections:");
        for query in
            corrected.iter().zip(&queries).filter(|(found, query)| **found != Some(query.meant)).map(|(_, query)| query)
        {
            println!("{:?}: meant {:?}", query.text, forms[query.meant]);
        }
    }
    typing::report(&completion, &typed, &mut random);
    Ok(())
}

/// A taxonomy with so many of the labels.
fn drawn(all: &Taxonomy, count: usize, random: &mut Random) -> Result<Taxonomy, String> {
    let mut labels = Vec::new();
    for kind in KINDS {
        for concept in all.concepts(kind) {
            labels.extend(
                concept.labels().map(|(language, label_kind, text)| (kind, concept.id(), language, label_kind, text)),
            );
        }
    }
    // The first places of a shuffle.
    let count = count.min(labels.len());
    for at in 0..count {
        let other = random.between(at, labels.len() - 1);
        labels.swap(at, other);
    }
    let mut builder = Taxonomy::builder();
    for &(kind, id, language, label_kind, text) in &labels[..count] {
        builder.label(kind, id, language, label_kind, text);
    }
    builder.build().map_err(|error| error.to_string())
}

fn labels(taxonomy: &Taxonomy) -> usize {
    KINDS.iter().flat_map(|&kind| taxonomy.concepts(kind)).map(|concept| concept.labels().count()).sum()
}

/// Every form once, sorted by bytes.
fn forms(taxonomy: &Taxonomy) -> Vec<String> {
    let mut forms = Vec::new();
    for concept in KINDS.iter().flat_map(|&kind| taxonomy.concepts(kind)) {
        forms.extend(concept.labels().flat_map(|(_, _, text)| matcher_core::text::forms(text)));
    }
    forms.sort();
    forms.dedup();
    forms
}

fn queries(taxonomy: &Taxonomy, forms: &[String], count: usize, random: &mut Random) -> Vec<Query> {
    let all: Vec<(Language, &str)> = KINDS
        .iter()
        .flat_map(|&kind| taxonomy.concepts(kind))
        .flat_map(|concept| concept.labels().map(|(language, _, text)| (language, text)).collect::<Vec<_>>())
        .collect();
    (0..count)
        .map(|_| {
            let &(language, label) = random.one_of(&all);
            let of_label = matcher_core::text::forms(label);
            let form = random.one_of(&of_label);
            Query { text: corrupted(random, form), meant: place(forms, form), language }
        })
        .collect()
}

fn place(forms: &[String], form: &str) -> usize {
    forms.partition_point(|other| other.as_str() < form)
}

/// The most similar form by a look at all of them, the first of equals.
fn scan(forms: &[String], text: &str) -> Option<usize> {
    let letters = text.chars().count();
    let mut best: Option<(f64, usize)> = None;
    for (number, form) in forms.iter().enumerate() {
        let longer = letters.max(form.chars().count());
        let similarity = 1.0 - strsim::osa_distance(text, form) as f64 / longer as f64;
        if best.is_none_or(|(known, _)| similarity > known) {
            best = Some((similarity, number));
        }
    }
    best.map(|(_, number)| number)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begun = ProcessTime::now();
    let result = work();
    (result, begun.elapsed().as_secs_f64())
}

fn mib(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
