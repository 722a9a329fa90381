//! The same over every label of an occupation that ESCO publishes in French and German with both its genders. Passes without
//! having tested where the files are not at hand.
//!
//! Which list a title gets depends on its words alone, whatever the table makes of them: one step of training gives a table that
//! tells as much of this law as hundreds.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::{env, fs};

use matcher_core::link::Linker;
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, Import, SourceFile};
use matcher_core::{Taxonomy, WordTraining};

use super::writings::{Label, labels};

const LIST: &str = include_str!("../../../data/unlike-genders-of-esco.tsv");
const HEAD: &str = "# Labels of ESCO's occupations whose two genders do not link to the same list, each with the reason.\n\
                    # Made by `BLESS=1 cargo test -p matcher-core --features import --test it genders::published`.\n\
                    language\tlabel\treason\n";
/// Answers that are compared.
const MOST: usize = 10;

/// ESCO in three languages with a table of words.
fn published() -> Option<Taxonomy> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let data = env::var_os("MATCHER_DATA").map_or(root, PathBuf::from).join("taxonomy");
    if !data.is_dir() {
        eprintln!("SKIPPED: no taxonomies at {}", data.display());
        return None;
    }
    let mut files = vec![("occupationSkillRelations_en.csv".into(), b"occupationUri,relationType,skillUri\n".to_vec())];
    for language in ["en", "fr", "de"] {
        for table in ["occupations", "skills"] {
            let path = data.join(format!("esco_v1.2.0_{language}/{table}_{language}.csv"));
            files.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, content)| SourceFile::new(name, content)).collect();
    let mut import = Import::new();
    import.esco(&sources).unwrap();
    let training = WordTraining { steps: 1, dimensions: 16, ..WordTraining::default() };
    Some(import.finish().0.build_with_words(&training, |_| ControlFlow::Continue(())).unwrap())
}

/// Why the two genders of a label give two lists.
fn reason(taxonomy: &Taxonomy, label: &Label<'_>) -> String {
    let words = taxonomy.words().unwrap();
    let [one, other] = label.genders.each_ref().map(|form| words.tokens(form));
    let only = |a: &[String], b: &[String]| {
        a.iter().filter(|word| !b.contains(word)).map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let (a, b) = (only(&one, &other), only(&other, &one));
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    match (a.as_str(), b.as_str()) {
        ("", "") => "the same words, one of them corrected as if misspelt".to_owned(),
        ("", word) | (word, "") => format!("“{word}” stands in one gender only"),
        _ if shared < 3 => format!("two words: “{a}”, “{b}”"),
        _ => format!("no rule has these endings, and no label writes both words out: “{a}”, “{b}”"),
    }
}

#[test]
fn both_genders_of_every_label_that_esco_publishes_link_to_the_same_list() {
    let Some(taxonomy) = published() else { return };
    let linker = Linker::new(&taxonomy, ConceptKind::Occupation).unwrap();
    let pairs: Vec<Label<'_>> =
        labels(&taxonomy).filter(|label| [Language::FR, Language::DE].contains(&label.language)).collect();
    assert!(pairs.len() > 6_000, "{}", pairs.len());
    let unlike = |label: &&Label<'_>| {
        let [one, other] = label.genders.each_ref().map(|form| linker.ranked(form, label.language, MOST));
        one != other
    };
    let half = pairs.len() / 2;
    let listed: Vec<&Label<'_>> = std::thread::scope(|threads| {
        let first = threads.spawn(|| pairs[..half].iter().filter(unlike).collect::<Vec<_>>());
        let second: Vec<_> = pairs[half..].iter().filter(unlike).collect();
        first.join().unwrap().into_iter().chain(second).collect()
    });
    let mut lines: Vec<String> = listed
        .into_iter()
        .map(|label| format!("{}\t{}\t{}\n", label.language, label.text, reason(&taxonomy, label)))
        .collect();
    lines.sort();
    lines.dedup();
    let expected = format!("{HEAD}{}", lines.concat());
    if env::var_os("BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/unlike-genders-of-esco.tsv"), &expected).unwrap();
    } else {
        assert_eq!(LIST, expected, "run it again with BLESS=1 and read what changed");
    }
}
