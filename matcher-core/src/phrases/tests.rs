//! The message files are complete: a line with a new key fails here until it is translated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::catalogue::{Catalogue, FILES};
use super::fill::{Piece, pieces};
use super::*;
use crate::explain::Arg;
use crate::model::ContractKind;

fn files() -> BTreeMap<Language, Catalogue> {
    FILES.into_iter().map(|(language, text)| (language, Catalogue::read(text).unwrap())).collect()
}

/// The names in braces: those that must be known, and those that may be.
fn placeholders(text: &str) -> BTreeSet<&str> {
    fn of<'a>(pieces: &[Piece<'a>], all: &mut BTreeSet<&'a str>) {
        for piece in pieces {
            match piece {
                Piece::Text(_) => {}
                Piece::Name(name) | Piece::Plural(name, ..) => {
                    all.insert(*name);
                }
                Piece::Optional(inside) => of(inside, all),
            }
        }
    }
    let mut all = BTreeSet::new();
    of(&pieces(text).unwrap(), &mut all);
    all
}

/// Every string in the sources that looks like a message key, without the codes of errors and issues.
fn keys_in_sources() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<_> = ["criteria", "explain", "phrases"]
        .into_iter()
        .flat_map(|folder| fs::read_dir(src.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs") && path.file_stem().is_some_and(|s| s != "tests"))
        .collect();
    sources.sort();
    assert!(sources.len() > 20, "{sources:?}");
    let mut keys = BTreeSet::new();
    for path in sources {
        let source = fs::read_to_string(path).unwrap();
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        let parts: Vec<&str> = code.split('"').collect();
        for around in parts.windows(2).step_by(2) {
            let &[before, text] = around else { continue };
            let is_key = text.split_once('.').is_some_and(|(family, name)| {
                let plain = |part: &str| {
                    !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'_')
                };
                plain(family) && plain(name)
            });
            if is_key && (!before.trim_end().ends_with("::new(") || before.ends_with("Line::new(")) {
                keys.insert(text.to_owned());
            }
        }
    }
    keys
}

/// The keys that the code puts together from parts.
fn composed_keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |family: &str, name: &str| {
        keys.insert(format!("{family}.{name}"));
    };
    ContractKind::ALL.iter().for_each(|kind| add("contract", kind.name()));
    Filter::ALL.iter().for_each(|filter| add("filter", filter.name()));
    crate::criteria::BuiltIn::ALL.iter().for_each(|criterion| add("criterion", criterion.id()));
    ["applications", "responsiveness"].iter().for_each(|criterion| add("criterion", criterion));
    crate::reading::Condition::ALL.iter().for_each(|condition| add("condition", condition.name()));
    ["hour", "day", "week", "month", "year"].iter().for_each(|period| add("period", period));
    (1..=8).for_each(|level| add("education-level", &level.to_string()));
    ["listed", "spotted", "implied"].iter().for_each(|origin| add("origin", origin));
    for key in ["same", "near"] {
        ["-short", "-years-unknown"].iter().for_each(|suffix| add("occupation", &format!("{key}{suffix}")));
    }
    let engine = crate::Engine::builder(Taxonomy::nothing()).build().unwrap();
    let nobody = engine.prepare(&crate::Profile::new("p")).unwrap();
    nobody.questions().iter().for_each(|field| add("question", field));
    add("ui", "opening");
    keys.insert("date".into());
    keys
}

#[test]
fn every_key_that_the_code_uses_has_a_message_in_english_french_and_german() {
    let used: BTreeSet<String> = keys_in_sources().union(&composed_keys()).cloned().collect();
    assert!(used.len() > 130, "the sources are not read: {used:?}");
    let files = files();
    for language in [Language::EN, Language::FR, Language::DE] {
        let missing: Vec<&String> = used.iter().filter(|key| files[&language].get(key).is_none()).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
    }
}

#[test]
fn no_message_is_left_that_nothing_uses() {
    let used: BTreeSet<String> = keys_in_sources().union(&composed_keys()).cloned().collect();
    // Interfaces outside this crate use the words under ui.; languages and countries are open lists.
    let open = |key: &str| ["ui.", "language.", "country."].iter().any(|family| key.starts_with(family));
    let files = files();
    let unused: Vec<&str> =
        files[&Language::EN].iter().map(|(key, _)| key).filter(|key| !used.contains(*key) && !open(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_language_speaks_of_the_same_things() {
    let files = files();
    let english = &files[&Language::EN];
    for (language, messages) in &files {
        for (key, text) in messages.iter() {
            let original = english.get(key).unwrap_or_else(|| panic!("{language} has {key}, English has not"));
            assert_eq!(placeholders(text), placeholders(original), "{language} {key}");
        }
        if *language != Language::LB {
            assert_eq!(messages.iter().count(), english.iter().count(), "{language}");
        }
    }
}

#[test]
fn no_message_shows_a_brace_once_it_is_filled() {
    let taxonomy = Taxonomy::nothing();
    for (language, messages) in files() {
        let phrases = Phrases::of(language);
        for (key, text) in messages.iter() {
            for arg in [Arg::Number(1), Arg::Tenths(25), Arg::Text("x".into())] {
                let args = placeholders(text).into_iter().map(|name| (name.to_owned().into(), arg.clone())).collect();
                let said = phrases.line(&Line { key: key.to_owned().into(), args, ..Line::new("") }, &taxonomy);
                assert!(!said.contains(['{', '}', '[', ']', '|']) && !said.is_empty(), "{language} {key}: {said}");
            }
        }
    }
}

#[test]
fn luxembourgish_falls_back_to_french_and_an_unknown_language_to_english() {
    assert_eq!(Phrases::of(Language::LB).text("ui.points-lost"), "Wat feelt");
    assert_eq!(Phrases::of(Language::LB).text("refused.unknown"), Phrases::of(Language::FR).text("refused.unknown"));
    assert_eq!(Phrases::of("pt".parse().unwrap()).text("ui.points-lost"), "What is missing");
}

#[test]
fn a_sentence_that_stands_in_for_another_is_not_a_mixture() {
    let line =
        Line::new("refused.contract").word("contract", "contract.internship").mode("mode", crate::model::Mode::Car);
    let [lb, fr] = [Language::LB, Language::FR].map(|l| Phrases::of(l).line(&line, &Taxonomy::nothing()));
    assert_eq!(lb, fr);
}

#[test]
fn what_is_not_known_is_left_out_and_one_is_singular() {
    let level = Line::new("skills.level-unknown").text("skill", "SQL");
    let taxonomy = Taxonomy::nothing();
    let [en, fr] = [Language::EN, Language::FR].map(Phrases::of);
    assert_eq!(en.line(&level, &taxonomy), "SQL: your level is not stated");
    assert_eq!(en.line(&level.number("asked", 3), &taxonomy), "SQL: your level is not stated; level 3 of 4 is asked");
    let late = |days: i64| Line::new("availability.late").number("days", days);
    assert_eq!(en.line(&late(1), &taxonomy), "You are free 1 day after the work starts");
    assert_eq!(en.line(&late(2), &taxonomy), "You are free 2 days after the work starts");
    assert_eq!(fr.line(&late(1), &taxonomy), "Vous pouvez commencer 1 jour après la date prévue");
}

#[test]
fn a_hosts_message_is_used_and_a_key_without_one_is_shown_with_all_it_says() {
    let line = Line::new("night.shifts").number("nights", 3);
    let plain = Phrases::of(Language::EN);
    assert_eq!(plain.line(&line, &Taxonomy::nothing()), "night.shifts: nights 3");
    let own = plain.with("# ours\nnight.shifts = {nights} {nights|night|nights} a week").unwrap();
    assert_eq!(own.line(&line, &Taxonomy::nothing()), "3 nights a week");
}

#[test]
fn a_malformed_message_is_refused_with_its_line() {
    for bad in ["a", "a =", "= b", "a = {b", "a = b}", "a = [b", "a = {b|c}", "a = 1\na = 2", "a = [b [c]]"] {
        let error = Phrases::of(Language::EN).with(bad).unwrap_err();
        assert_eq!(error.code(), "phrases.malformed", "{bad}");
        assert!(error.path().unwrap().starts_with("line "), "{bad}");
    }
}
