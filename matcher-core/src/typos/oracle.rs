//! A look at every label, by the measure of `strsim`: what both indexes must answer.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::completion::Fit;
use super::*;
use crate::Taxonomy;
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::text;
use crate::units::Ratio;

const KINDS: [ConceptKind; 2] = [ConceptKind::Skill, ConceptKind::Occupation];

/// A label in one of its forms.
#[derive(Clone, Debug)]
struct Written {
    form: String,
    kind: ConceptKind,
    id: String,
    language: Language,
    label_kind: LabelKind,
    label: String,
}

fn taxonomy(labels: &[(bool, u8, u8, u8, String)]) -> Taxonomy {
    let mut builder = Taxonomy::builder();
    for (skill, id, language, kind, label) in labels {
        let language = [Language::EN, Language::FR, Language::DE][usize::from(language % 3)];
        let label_kind = [LabelKind::Preferred, LabelKind::Alternative, LabelKind::Hidden][usize::from(kind % 3)];
        builder.label(KINDS[usize::from(!skill)], &format!("c:{id}"), language, label_kind, label);
    }
    builder.build().unwrap()
}

fn written(taxonomy: &Taxonomy) -> Vec<Written> {
    let mut all = Vec::new();
    for kind in KINDS {
        for concept in taxonomy.concepts(kind) {
            for (language, label_kind, label) in concept.labels() {
                for form in text::forms(label) {
                    let (id, label) = (concept.id().to_owned(), label.to_owned());
                    all.push(Written { form, kind, id, language, label_kind, label });
                }
            }
        }
    }
    all
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// Similarity, edits, form and label of the k nearest.
fn nearest(all: &[Written], text: &str, asked: &[Language], k: usize) -> Vec<(Ratio, usize, Written)> {
    let Some(text) = text::forms(text).into_iter().next() else { return Vec::new() };
    let mut ranked: Vec<(Ratio, usize, Written)> = all
        .iter()
        .map(|written| {
            let edits = strsim::osa_distance(&text, &written.form);
            let longer = letters(&text).max(letters(&written.form)) as u64;
            (Ratio::of(longer - edits as u64, longer), edits, written.clone())
        })
        .collect();
    let place = |language| asked.iter().position(|&l| l == language).unwrap_or(asked.len());
    ranked.sort_by(|(a, _, x), (b, _, y)| {
        let key = |w: &Written| (place(w.language), w.form.clone(), w.label_kind, w.kind, w.language, w.id.clone());
        b.cmp(a).then(key(x).cmp(&key(y))).then(x.label.cmp(&y.label))
    });
    ranked.truncate(k);
    ranked
}

/// The first k suggestions: how they fit, concept and form.
fn completed(all: &[Written], typed: &str, language: Language, k: usize) -> Vec<(Fit, ConceptKind, String, String)> {
    let folded = text::fold(typed);
    if folded.is_empty() {
        return Vec::new();
    }
    let complete = typed.ends_with(char::is_whitespace);
    let mut found = Vec::new();
    for written in all {
        let form = &written.form;
        for start in std::iter::once(0).chain(form.match_indices(' ').map(|(at, _)| at + 1)) {
            let rest = &form[start..];
            let prefixes = rest.char_indices().map(|(at, _)| &rest[..at]).chain([rest]);
            let fit = if start == 0 && rest == folded {
                Fit::Whole
            } else if complete {
                let Some(behind) = rest.strip_prefix(&folded) else { continue };
                if !behind.is_empty() && !behind.starts_with(' ') {
                    continue;
                }
                Fit::Beginning
            } else if rest.starts_with(&folded) {
                Fit::Beginning
            } else if letters(&folded) >= 4 && prefixes.into_iter().any(|p| strsim::osa_distance(&folded, p) <= 1) {
                Fit::Slip
            } else {
                continue;
            };
            let key = (
                (fit, written.language != language, written.language, start > 0, written.label_kind),
                (letters(form), form.clone(), written.kind, written.id.clone()),
            );
            found.push(key);
        }
    }
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|(_, (_, _, kind, id))| seen.insert((*kind, id.clone())));
    found.truncate(k);
    found.into_iter().map(|((fit, ..), (_, form, kind, id))| (fit, kind, id, form)).collect()
}

/// Labels of few letters, so that many are near each other, some long enough for two blocks of bits.
fn labels() -> impl Strategy<Value = Vec<(bool, u8, u8, u8, String)>> {
    let text = prop_oneof!["[abc]{1,6}", "[abcé ]{1,14}", "[ab]{2,5}( [abя+1]{1,5}){1,4}", "[abcd ]{50,90}"];
    vec((any::<bool>(), 0..12u8, 0..3u8, 0..3u8, text), 1..40)
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[abc]{0,6}", "[abcdé ]{1,14}", "[ab]{2,5}( [abя+1]{1,5}){1,4}", "[abcd ]{50,90}", "[a-zà-ü ]{0,20}"]
}

/// One of the labels, its letters dealt with as told.
fn corrupted(labels: &[(bool, u8, u8, u8, String)], which: usize, edits: &[(u8, usize, char)]) -> String {
    let mut letters: Vec<char> = labels[which % labels.len()].4.chars().collect();
    for &(what, at, letter) in edits {
        let at = at % (letters.len() + 1);
        match what % 4 {
            0 => letters.insert(at, letter),
            1 if at < letters.len() => drop(letters.remove(at)),
            2 if at < letters.len() => letters[at] = letter,
            3 if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => {}
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_nearest_labels_are_those_that_a_look_at_all_finds(
        labels in labels(),
        other in texts(),
        edits in vec((any::<u8>(), 0..100usize, proptest::char::range('a', 'd')), 0..5),
        which in proptest::option::of(0..40usize),
        k in 1..8usize,
        asked in 0..3usize,
    ) {
        let text = which.map_or(other, |which| corrupted(&labels, which, &edits));
        let taxonomy = taxonomy(&labels);
        let all = written(&taxonomy);
        let asked = &[Language::DE, Language::FR][..asked.min(2)];
        let spelling = Spelling::of(&Lexicon::of(&taxonomy, &KINDS));
        let flat = |near: Vec<Near<'_>>| -> Vec<_> {
            near.iter().map(|n| (n.similarity, n.edits as usize, n.form.to_owned(), n.kind, n.id.to_owned(), n.label.to_owned())).collect()
        };
        let oracle: Vec<_> = nearest(&all, &text, asked, usize::MAX)
            .into_iter()
            .map(|(similarity, edits, w)| (similarity, edits, w.form, w.kind, w.id, w.label))
            .collect();
        prop_assert_eq!(flat(spelling.nearest(&text, asked, k)), oracle[..k.min(oracle.len())].to_vec());
        for limit in 0..4 {
            let near: Vec<_> = oracle.iter().filter(|(_, edits, ..)| *edits <= limit).cloned().collect();
            prop_assert_eq!(flat(spelling.within(&text, limit as u32, asked)), near);
        }
    }

    #[test]
    fn the_completions_are_those_that_a_look_at_all_finds(
        labels in labels(),
        other in texts(),
        edits in vec((any::<u8>(), 0..100usize, proptest::char::range('a', 'd')), 0..2),
        which in proptest::option::of(0..40usize),
        cut in 1..12usize,
        blank: bool,
        k in 1..6usize,
    ) {
        let typed = which.map_or(other, |which| corrupted(&labels, which, &edits).chars().take(cut).collect());
        let typed = if blank { typed + " " } else { typed };
        let taxonomy = taxonomy(&labels);
        let completion = Completion::of(&Lexicon::of(&taxonomy, &KINDS));
        let found: Vec<_> = completion
            .complete(&typed, Language::FR, k)
            .iter()
            .map(|s| (s.fit, s.kind, s.id.to_owned(), s.form.to_owned()))
            .collect();
        prop_assert_eq!(found, completed(&written(&taxonomy), &typed, Language::FR, k));
    }
}
