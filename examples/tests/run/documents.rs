//! The documents against the files that they speak of.

use std::path::{Path, PathBuf};

use matcher_core::exchange::mapping::MappingFile;
use matcher_core::model::{Limits, Record, read_json};
use matcher_core::taxonomy::OwnTaxonomy;
use matcher_core::{Offer, Profile, Settings, Training};

const ARCHITECTURE: &str = include_str!("../../../docs/ARCHITECTURE.md");
const FORMAT: &str = include_str!("../../../docs/FORMAT.md");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn every_file_that_a_document_links_to_exists() {
    let folder = root().join("docs");
    for entry in std::fs::read_dir(&folder).expect("there are documents") {
        let path = entry.expect("the folder can be read").path();
        let text = std::fs::read_to_string(&path).expect("a document is text");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or(target).trim();
            let known = file.is_empty() || file.contains("://") || folder.join(file).exists();
            assert!(known, "{} links to {target}", path.display());
        }
    }
}

#[test]
fn every_folder_is_in_the_walk_through_the_house() {
    let folders = |of: &str| -> Vec<String> {
        let entries = std::fs::read_dir(root().join(of)).expect("the folder is there");
        let folders = entries.map(|entry| entry.expect("it can be read")).filter(|entry| entry.path().is_dir());
        folders.map(|entry| entry.file_name().into_string().expect("names are UTF-8")).collect()
    };
    for folder in folders("matcher-core/src") {
        assert!(ARCHITECTURE.contains(&format!("`{folder}`")), "the reading order leaves out {folder}");
    }
    for folder in folders("").iter().filter(|name| !name.starts_with('.')) {
        let made = ["target", "node_modules", "pkg"].contains(&folder.as_str()) || folder.starts_with("mutants.out");
        assert!(made || ARCHITECTURE.contains(&format!("`{folder}/`")), "the walk leaves out {folder}");
    }
}

#[test]
fn every_file_where_a_decision_is_made_exists() {
    let section = ARCHITECTURE.split("## Where decisions are made").nth(1).expect("the section is there");
    let table = section.split("\n## ").next().unwrap_or(section);
    for name in table.split('`').skip(1).step_by(2).filter(|name| name.contains('/')) {
        let known = root().join("matcher-core/src").join(name).exists() || root().join(name).exists();
        assert!(known, "{name}");
    }
}

fn block(word: &str) -> &'static str {
    let (_, rest) = FORMAT.split_once(&format!("```json {word}\n")).expect("the document shows one");
    rest.split("```").next().unwrap_or(rest)
}

fn is_read<R: Record>(word: &str) {
    let (record, issues) = read_json::<R>(block(word), &Limits::default());
    assert!(record.is_some() && issues.is_empty(), "{word}: {issues:?}");
}

#[test]
fn every_example_of_a_format_is_read_without_an_issue() {
    is_read::<Profile>("profile");
    is_read::<Offer>("offer");
    is_read::<Training>("training");
    Settings::from_json(block("settings")).expect("the settings are read");
    MappingFile::from_json(block("mapping")).expect("the mapping is read");
    serde_json::from_str::<OwnTaxonomy>(block("taxonomy")).expect("the taxonomy is read");
}
