//! Words have no gender, on the bundled taxonomy: every way to write a label of an occupation names the same occupations
//! and gives the same list, but for the forms of `data/ambiguous-forms.tsv`.

mod linked;
#[cfg(feature = "import")]
mod published;
mod writings;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use matcher_core::model::{Language, Limits, PastOccupation, Wish, read_json};
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::units::Score;
use matcher_core::{Engine, Offer, OfferIndex, Profile, Query, Taxonomy, text};

use writings::{Label, labels};

const OFFERS: &str = include_str!("../../../data/demo/offers.jsonl");
const LIST: &str = include_str!("../../../data/ambiguous-forms.tsv");
const HEAD: &str = "# Forms of the labels of bundled occupations that are also the label of an occupation that the other \
                    gender does not name.\n# Made by `BLESS=1 cargo test -p matcher-core --test it genders`.\nform\t\
                    occupations\treason\n";

/// The ids of the occupations that a text names.
fn named<'a>(taxonomy: &'a Taxonomy, text: &str) -> BTreeSet<&'a str> {
    taxonomy.exact(ConceptKind::Occupation, text).iter().map(|concept| concept.id()).collect()
}

/// The folded forms that the list names.
fn listed() -> BTreeSet<&'static str> {
    LIST.lines().skip_while(|line| line.starts_with('#')).skip(1).filter_map(|line| line.split('\t').next()).collect()
}

/// Form → where its two genders do not name the same occupations: what it names.
fn ambiguous(taxonomy: &Taxonomy) -> BTreeMap<String, BTreeSet<&str>> {
    let mut found = BTreeMap::new();
    for label in labels(taxonomy) {
        let each = label.genders.each_ref().map(|form| named(taxonomy, form));
        let common: BTreeSet<&str> = each[0].intersection(&each[1]).copied().collect();
        for (form, ids) in label.genders.iter().zip(each) {
            if ids != common {
                found.insert(form.clone(), ids);
            }
        }
    }
    found
}

/// Which label of which occupation the form is.
fn reason(taxonomy: &Taxonomy, form: &str, ids: &BTreeSet<&str>) -> String {
    let mut reasons = Vec::new();
    for id in ids {
        let concept = taxonomy.get(ConceptKind::Occupation, id).unwrap();
        let (language, kind, label) =
            concept.labels().find(|(.., label)| text::forms(label).iter().any(|known| known == form)).unwrap();
        let kind = if kind == LabelKind::Preferred { "preferred" } else { "alternative" };
        reasons.push(format!("{kind} label “{label}” ({language}) of {id}"));
    }
    reasons.join("; ")
}

#[test]
fn the_list_names_every_form_that_is_the_label_of_another_occupation() {
    let taxonomy = Taxonomy::embedded();
    let mut expected = HEAD.to_owned();
    for (form, ids) in ambiguous(&taxonomy) {
        let reason = reason(&taxonomy, &form, &ids);
        expected.push_str(&format!("{form}\t{}\t{reason}\n", ids.into_iter().collect::<Vec<_>>().join(" ")));
    }
    if env::var_os("BLESS").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ambiguous-forms.tsv");
        fs::write(file, &expected).unwrap();
    } else {
        assert_eq!(LIST, expected, "run it again with BLESS=1 and read what changed");
    }
}

#[test]
fn every_way_to_write_a_label_names_the_same_occupations() {
    let taxonomy = Taxonomy::embedded();
    let listed = listed();
    let (mut tried, mut lost) = (0, Vec::new());
    for label in labels(&taxonomy).filter(|label| !label.genders.iter().any(|form| listed.contains(&**form))) {
        let expected = named(&taxonomy, label.text);
        // An alternative label gives way to the preferred one of another occupation, in every gender.
        assert!(!label.preferred || expected.contains(label.id), "{} does not find its own occupation", label.text);
        for writing in label.writings() {
            tried += 1;
            if named(&taxonomy, &writing) != expected {
                lost.push(format!("{writing} ({})", label.text));
            }
        }
    }
    assert!(tried > 5_000, "{tried}");
    assert!(lost.is_empty(), "{} of {tried}: {:#?}", lost.len(), &lost[..lost.len().min(40)]);
}

/// The list that somebody gets who writes a title so, as past job and as wish.
fn list(index: &OfferIndex, label: &Label<'_>, title: &str) -> Vec<(String, Score)> {
    let profile = Profile {
        id: label.id.into(),
        occupations: vec![PastOccupation { title: Some(title.into()), ..PastOccupation::default() }],
        wishes: vec![Wish { title: Some(title.into()), ..Wish::default() }],
        ..Profile::default()
    };
    let person = index.engine().prepare(&profile).unwrap();
    let answer = index.top(Query::new(&person).k(usize::MAX));
    answer.hits().iter().map(|hit| (hit.id().to_owned(), hit.score())).collect()
}

#[test]
fn whoever_writes_another_gender_gets_the_same_list() {
    let taxonomy = Taxonomy::embedded();
    let engine = Engine::builder(taxonomy.clone()).build().unwrap();
    let offers: Vec<Offer> = OFFERS.lines().map(|line| read_json(line, &Limits::default()).0.unwrap()).collect();
    let (index, _) = engine.offers(&offers);
    let listed = listed();
    let mut tried = 0;
    for label in labels(&taxonomy).filter(|label| label.preferred && label.language == Language::FR) {
        if label.genders.iter().any(|form| listed.contains(&**form)) {
            continue;
        }
        let expected = list(&index, &label, label.text);
        for writing in [&label.genders[0], &label.genders[1]] {
            tried += 1;
            assert_eq!(list(&index, &label, writing), expected, "{writing} and {}", label.text);
        }
    }
    assert!(tried > 500, "{tried}");
}
