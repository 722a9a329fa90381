//! How well short texts are linked to ESCO on the development sets, beside simple rankers, in one go.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Parser;
use cpu_time::ThreadTime;
use matcher_benches::data;
use matcher_benches::esco::{self, Part};
use matcher_benches::linking::sets::{held_out, melo, sample, skills, talentclef, titles};
use matcher_benches::linking::{Bm25, CharTfIdf, Compared, Fusion, Linked, Ranker, Similarity, Task, misses, report};
use matcher_core::link::Linker;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::{Taxonomy, WordTraining};

#[derive(Parser)]
#[command(about = "Links short texts to ESCO on the development sets, beside simple rankers")]
struct Options {
    /// A snapshot of ESCO with a table of words (`matcher taxonomy import --esco …`), for the engine's own rankers. Without it
    /// ESCO's labels are read from the data and only the simple rankers run.
    #[arg(long)]
    taxonomy: Option<PathBuf>,
    /// Only sets in whose name this stands.
    #[arg(long, default_value = "")]
    only: String,
    /// Texts of a set, at most; the same ones each time.
    #[arg(long, default_value_t = 1_500)]
    most: usize,
    /// Without the measures of strsim, which compare each text with every label.
    #[arg(long)]
    no_strsim: bool,
    /// Also holds a tenth of the alternative labels of skills out. Where the snapshot has a table, another one is trained
    /// without them, which takes minutes.
    #[arg(long)]
    held_out: bool,
    /// Prints each text whose first answer is wrong, for the engine alone.
    #[arg(long)]
    misses: bool,
    /// Times single links of the phrases of the skill sets and of the titles, to skills, and prints percentiles.
    #[arg(long)]
    time: bool,
    /// Draws the labels held out.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<(), String> {
    let options = Options::parse();
    let Some(data) = data::folder_or_say() else { return Ok(()) };
    let taxonomy = match &options.taxonomy {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            Taxonomy::from_bytes(&bytes).map_err(|error| error.to_string())?
        }
        None => esco::read(&data, Part::Labels)?,
    };
    let (occupations, skill_linker) = linkers(&taxonomy)?;
    if let (true, Some(linker)) = (options.time, &skill_linker) {
        return time(&data, &taxonomy, linker);
    }
    for (set, language) in [("bel_q_fr_c_fr", Language::FR), ("aut_q_de_c_de", Language::DE)] {
        let read = melo::read(&data, set, language, &taxonomy)?;
        run(&options, read.by_concept, &taxonomy, Engine::Linker(occupations.as_ref()));
        run(&options, read.by_label, &taxonomy, Engine::Titles);
    }
    run(&options, titles::read(&data, &taxonomy)?, &taxonomy, Engine::Linker(occupations.as_ref()));
    let spanish: Language = "es".parse().map_err(|error: matcher_core::Error| error.to_string())?;
    for (folder, language) in [("english", Language::EN), ("german", Language::DE), ("spanish", spanish)] {
        run(&options, talentclef::read(&data, folder, language)?, &taxonomy, Engine::Titles);
    }
    for set in ["tech", "house"] {
        for task in skills::spans(&data, set, &taxonomy)? {
            run(&options, task, &taxonomy, Engine::Linker(skill_linker.as_ref()));
        }
    }
    run(&options, skills::skillskape(&data, &taxonomy)?, &taxonomy, Engine::Linker(skill_linker.as_ref()));
    if options.held_out {
        let all = esco::read(&data, Part::Labels)?;
        let held = held_out::draw(&all, options.seed);
        let builder = esco::builder(&data, Part::Labels, &held)?;
        let rest = if taxonomy.words().is_some() {
            eprintln!("training without {} labels", held.len());
            builder.build_with_words(&WordTraining::default(), |_| ControlFlow::Continue(()))
        } else {
            builder.build()
        };
        let rest = rest.map_err(|error| error.to_string())?;
        let (_, linker) = linkers(&rest)?;
        for language in [Language::FR, Language::DE, Language::EN] {
            run(&options, held_out::task(&rest, &held, language), &rest, Engine::Linker(linker.as_ref()));
        }
    }
    Ok(())
}

/// Links each text three times and keeps the quickest: what one link takes of a processor.
fn time(data: &std::path::Path, taxonomy: &Taxonomy, linker: &Linker) -> Result<(), String> {
    let mut sets: Vec<(&str, Language, Vec<String>)> = Vec::new();
    let texts = |task: Task| task.queries.into_iter().map(|(text, _)| text).collect::<Vec<String>>();
    let [mut phrases, _] = skills::spans(data, "tech", taxonomy)?.map(texts);
    let [house, _] = skills::spans(data, "house", taxonomy)?.map(texts);
    phrases.extend(house);
    // A longer one is a sentence, which is linked phrase by phrase.
    phrases.retain(|text| text.split_whitespace().count() <= 6);
    sets.push(("phrases of advertisements", Language::EN, phrases));
    for (set, language) in [("bel_q_fr_c_fr", Language::FR), ("aut_q_de_c_de", Language::DE)] {
        let mut titles = texts(melo::read(data, set, language, taxonomy)?.by_concept);
        titles.retain(|text| text.split_whitespace().count() <= 6);
        sets.push((set, language, titles));
    }
    println!("one link to {} skills, five asked, µs of CPU: median, p95, most", taxonomy.len(ConceptKind::Skill));
    for (name, language, texts) in sets {
        let once = |text: &String| {
            let begun = ThreadTime::now();
            std::hint::black_box(linker.link(text, language, 5));
            begun.elapsed().as_nanos()
        };
        let mut times: Vec<u128> = texts.iter().map(|text| (0..3).map(|_| once(text)).min().unwrap_or(0)).collect();
        times.sort_unstable();
        let at = |hundredths: usize| times[(times.len() - 1) * hundredths / 100] / 1_000;
        println!("{name}: {} texts: {}, {}, {}", times.len(), at(50), at(95), at(100));
    }
    Ok(())
}

/// Which of the engine's rankers a set asks for.
enum Engine<'a> {
    /// Where the candidates are concepts.
    Linker(Option<&'a Linker>),
    /// Where they are texts.
    Titles,
}

/// Linkers to occupations and to skills, where the taxonomy has a table.
fn linkers(taxonomy: &Taxonomy) -> Result<(Option<Linker>, Option<Linker>), String> {
    if taxonomy.words().is_none() {
        return Ok((None, None));
    }
    let linker = |kind| Linker::new(taxonomy, kind).map(Some).map_err(|error| error.to_string());
    Ok((linker(ConceptKind::Occupation)?, linker(ConceptKind::Skill)?))
}

/// Runs a set through all rankers.
fn run(options: &Options, mut task: Task, taxonomy: &Taxonomy, engine: Engine<'_>) {
    if !task.name.contains(&options.only) {
        return;
    }
    task.queries = sample(task.queries, options.most);
    let candidates = &task.candidates;
    let letters = CharTfIdf::new(candidates);
    let own: Option<Box<dyn Ranker + '_>> = match engine {
        Engine::Linker(linker) => linker.map(|linker| Box::new(Linked::new(linker, candidates)) as _),
        Engine::Titles => Compared::new(taxonomy, candidates).ok().map(|compared| Box::new(compared) as _),
    };
    if let (true, Some(own)) = (options.misses, own.as_deref()) {
        return misses(&task, own);
    }
    let fused = own.as_deref().map(|own| Fusion::new([own, &letters]));
    let words = Bm25::new(candidates);
    let strsim = [Similarity::jaro_winkler(candidates), Similarity::sorensen_dice(candidates)];
    let mut rankers: Vec<&dyn Ranker> = own.as_deref().into_iter().collect();
    rankers.extend(fused.iter().map(|fused| fused as &dyn Ranker));
    rankers.extend([&letters as &dyn Ranker, &words]);
    if !options.no_strsim {
        rankers.extend(strsim.iter().map(|measure| measure as &dyn Ranker));
    }
    report(&task, &rankers);
}
