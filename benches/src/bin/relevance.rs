//! Ranks the real offers for the people of the relevance collection and measures the rankings, beside simple peers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Parser;
use matcher_benches::data;
use matcher_benches::relevance::{Collection, Figures, Ranked, Real, column, each, figures, interval, peers, totals};
use matcher_core::units::Ratio;
use matcher_core::{Issue, Settings, Taxonomy, Weights};

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
    /// Also without each criterion, and with other weights of the criteria that matter most.
    #[arg(long)]
    ablate: bool,
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
    beside_peers(&folder, &rows)?;
    violations(&collection, &ranked);
    if options.ablate {
        ablate(&real, &taxonomy, &collection, &settings, &rows)?;
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
    for Ranked { profile, offers } in ranked {
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

/// Each criterion off, then round weights around those that rank most.
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
    for (name, weights) in variants(settings.weights) {
        let changed = Settings { weights, ..settings.clone() };
        let (ranked, _) = rank(real, taxonomy, changed)?;
        let own = measure(collection, &ranked);
        print_means(&name, means(&own));
        let paired = rows.iter().zip(&own).filter_map(|(all, without)| Some(without.ndcg? - all.ndcg?));
        if let Some(difference) = interval(&paired.collect::<Vec<_>>()) {
            println!("{:<38}  {difference:.3}", "  paired difference in nDCG@10");
        }
    }
    Ok(())
}

fn variants(weights: Weights) -> Vec<(String, Weights)> {
    let names = weights.named().map(|(name, _)| name);
    let mut all: Vec<(String, Weights)> =
        names.iter().map(|name| (format!("{name} off"), with(weights, name, Ratio::ZERO))).collect();
    let mut no_skills = weights;
    for name in names.iter().filter(|name| name.starts_with("skills")) {
        no_skills = with(no_skills, name, Ratio::ZERO);
    }
    all.push(("all skills off".into(), no_skills));
    for name in ["skills_implied", "occupation", "wish"] {
        for percent in [30, 50, 70, 90] {
            all.push((format!("{name} {percent} %"), with(weights, name, Ratio::percent(percent))));
        }
    }
    all
}

fn with(mut weights: Weights, name: &str, weight: Ratio) -> Weights {
    let field = match name {
        "skills_listed" => &mut weights.skills_listed,
        "skills_spotted" => &mut weights.skills_spotted,
        "skills_implied" => &mut weights.skills_implied,
        "occupation" => &mut weights.occupation,
        "wish" => &mut weights.wish,
        "languages" => &mut weights.languages,
        "education" => &mut weights.education,
        "availability" => &mut weights.availability,
        "commute" => &mut weights.commute,
        "pay" => &mut weights.pay,
        _ => &mut weights.conditions,
    };
    *field = weight;
    // The settings refuse a surer kind of requirement that weighs less than a less sure one: the others give way.
    match name {
        "skills_listed" => weights.skills_spotted = weights.skills_spotted.min(weight),
        "skills_spotted" => weights.skills_listed = weights.skills_listed.max(weight),
        "skills_implied" => {
            weights.skills_spotted = weights.skills_spotted.max(weight);
            weights.skills_listed = weights.skills_listed.max(weight);
        }
        _ => {}
    }
    weights.skills_implied = weights.skills_implied.min(weights.skills_spotted);
    weights
}
