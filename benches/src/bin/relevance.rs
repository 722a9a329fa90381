//! Ranks the real offers for the people of the relevance collection and measures the rankings, beside simple peers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Parser;
use matcher_benches::data;
use matcher_benches::relevance::{
    Collection, Figures, Ranked, Real, by_grade, column, each, figures, grid, held_out, interval, peers, totals,
    without_each,
};
use matcher_core::{Issue, Settings, Taxonomy};

#[derive(Parser)]
#[command(about = "Measures the ranking of real offers against graded pairs, beside simple peers")]
struct Options {
    /// A taxonomy snapshot with ESCO, ROME and the crosswalk, as `matcher taxonomy import` writes it.
    #[arg(long)]
    taxonomy: PathBuf,
    /// Settings in JSON.
    #[arg(long)]
    settings: Option<PathBuf>,
    /// Writes the run, one profile a line, best offer first.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Also one line for each profile.
    #[arg(long)]
    each: bool,
    /// Also without the texts, without the table of words, without each criterion.
    #[arg(long)]
    ablate: bool,
    /// Also with other round weights of the criteria that matter most, and what choosing among them is worth on people who
    /// had no part in the choice.
    #[arg(long)]
    fit: bool,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Some(folder) = data::folder_or_say() else { return Ok(()) };
    let (real, collection) = (Real::read(&folder)?, Collection::read(&folder.join("eval/relevance"))?);
    if !real.are(&collection.seekers) {
        return Err("the people read are not those of the collection".into());
    }
    let bytes = std::fs::read(&options.taxonomy).map_err(|e| format!("{}: {e}", options.taxonomy.display()))?;
    let taxonomy = Taxonomy::from_bytes(&bytes).map_err(|error| error.to_string())?;
    let settings = match &options.settings {
        Some(path) => Settings::from_json(&data::text(path)?).map_err(|error| error.to_string())?,
        None => Settings::default(),
    };
    println!("{} people, {} offers, {}", real.people.len(), real.offers.len(), taxonomy.version());
    let (ranked, issues) = rank(&real, &taxonomy, settings.clone())?;
    count_issues("while reading", &real.issues);
    count_issues("while preparing", &issues);
    if let Some(path) = &options.out {
        write_run(path, &ranked)?;
    }
    let rows = measure(&collection, &ranked);
    if options.each {
        println!("\n{}", each(&collection, &rows));
    }
    println!("\n{}", totals(&collection, &rows));
    println!("scores of graded pairs\n{}", by_grade(&collection, &ranked));
    beside_peers(&folder, &rows)?;
    violations(&collection, &ranked);
    if options.ablate {
        ablate(&real, &taxonomy, &collection, &settings, &rows)?;
    }
    if options.fit {
        fit(&real, &taxonomy, &collection, &settings)?;
    }
    Ok(())
}

fn rank(real: &Real, taxonomy: &Taxonomy, settings: Settings) -> Result<(Vec<Ranked>, Vec<Issue>), String> {
    let ranked = real.engine(taxonomy, settings).and_then(|engine| real.rank(&engine));
    ranked.map_err(|error| error.to_string())
}

fn measure(collection: &Collection, ranked: &[Ranked]) -> Vec<Figures> {
    ranked.iter().map(|ranked| figures(&ranked.offers, collection.of(&ranked.profile))).collect()
}

fn count_issues(when: &str, issues: &[Issue]) {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for issue in issues {
        *counts.entry((issue.severity, issue.code.as_ref())).or_default() += 1;
    }
    println!("\nissues {when}:");
    for ((severity, code), count) in counts {
        println!("{count:>6}  {code} ({severity:?})");
    }
}

fn write_run(path: &Path, ranked: &[Ranked]) -> Result<(), String> {
    let line = |ranked: &Ranked| serde_json::json!({"profile": ranked.profile, "offers": ranked.offers}).to_string();
    let text: String = ranked.iter().map(|ranked| line(ranked) + "\n").collect();
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The five totals.
fn means(rows: &[Figures]) -> [f64; 5] {
    let mean = |figure: fn(&Figures) -> Option<f64>| interval(&column(rows, figure)).map_or(0.0, |i| i.mean);
    [
        mean(|row| row.ndcg),
        mean(|row| row.ndcg_good),
        mean(|row| Some(row.good_in_five)),
        mean(|row| Some(row.violations)),
        mean(|row| Some(row.judged)),
    ]
}

fn print_means(name: &str, [ndcg, good, five, violations, judged]: [f64; 5]) {
    println!("{name:<38}{ndcg:>8.3}{good:>10.3}{five:>8.3}{violations:>12.2}{judged:>8.2}");
}

fn print_header(name: &str) {
    println!("{name:<38}{:>8}{:>10}{:>8}{:>12}{:>8}", "nDCG@10", "2-3 only", "P@5", "violations", "judged");
}

fn beside_peers(folder: &Path, rows: &[Figures]) -> Result<(), String> {
    print_header("run");
    for peer in peers(&folder.join("eval/relevance"))? {
        print_means(&peer.name, peer.figures);
    }
    print_means("this engine", means(rows));
    Ok(())
}

/// Every judged offer among a first ten that breaks a constraint. Distance, contract and pay can be told from the
/// fields; languages and exclusions were read in the text.
fn violations(collection: &Collection, ranked: &[Ranked]) {
    let (mut of_fields, mut of_text) = (0, 0);
    println!("\nconstraints broken among the first ten judged:");
    for Ranked { profile, offers, .. } in ranked {
        let judged = collection.of(profile);
        let ranked = offers.iter().enumerate().filter_map(|(i, offer)| Some((i, offer, judged.get(offer)?)));
        for (place, offer, judgement) in ranked.take(10).filter(|(.., judgement)| !judgement.broken.is_empty()) {
            let by_field = judgement.broken.contains(['D', 'C', 'S']);
            of_fields += usize::from(by_field);
            of_text += usize::from(!by_field);
            println!(
                "{} {profile} {offer} rank {} grade {} {}: {}",
                if by_field { "FIELD" } else { "text " },
                place + 1,
                judgement.grade,
                judgement.broken,
                judgement.reason
            );
        }
    }
    println!("{of_fields} that fields state, {of_text} that only the text states");
}

/// What each part of the engine brings: the texts, the table, each criterion.
fn ablate(
    real: &Real,
    taxonomy: &Taxonomy,
    collection: &Collection,
    settings: &Settings,
    rows: &[Figures],
) -> Result<(), String> {
    println!();
    print_header("changed");
    print_means("nothing", means(rows));
    let tell = |name: &str, ranked: &[Ranked]| {
        let own = measure(collection, ranked);
        print_means(name, means(&own));
        let paired = rows.iter().zip(&own).filter_map(|(all, without)| Some(without.ndcg? - all.ndcg?));
        if let Some(difference) = interval(&paired.collect::<Vec<_>>()) {
            println!("{:<38}  {difference:.3}", "  paired difference in nDCG@10");
        }
    };
    tell("without the offers' texts", &rank(&real.without_texts(), taxonomy, settings.clone())?.0);
    tell("without the table", &rank(real, &taxonomy.clone().without_words(), settings.clone())?.0);
    for (name, weights) in without_each(settings.weights) {
        tell(&name, &rank(real, taxonomy, Settings { weights, ..settings.clone() })?.0);
    }
    Ok(())
}

/// What fitted weights would be worth for people who had no part in the fit, beside the round ones.
fn fit(real: &Real, taxonomy: &Taxonomy, collection: &Collection, settings: &Settings) -> Result<(), String> {
    const FOLDS: usize = 5;
    let mut ndcg = Vec::new();
    println!("\nround weights, nDCG@10:");
    for (name, weights) in grid(settings.weights) {
        let (ranked, _) = rank(real, taxonomy, Settings { weights, ..settings.clone() })?;
        let rows = measure(collection, &ranked);
        println!("{name:<38}{:>8.3}", means(&rows)[0]);
        ndcg.push(rows.iter().map(|row| row.ndcg).collect());
    }
    if let Some(held) = held_out(&ndcg, FOLDS, 1..=3) {
        println!("the best of these on four fifths of the people, measured on the fifth, {FOLDS} folds x 3: {held:.3}");
    }
    Ok(())
}
