use std::collections::{BTreeMap, BTreeSet};

use super::everything;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::text;

#[test]
fn both_genders_of_every_published_label_find_its_occupation() {
    let Some(taxonomy) = everything() else { return };
    let find = |text: &str| -> BTreeSet<&str> {
        taxonomy.exact(ConceptKind::Occupation, text).iter().map(|occupation| occupation.id()).collect()
    };
    // One concept under the labels of three languages.
    let [id] = taxonomy.exact(ConceptKind::Occupation, "web developer")[..] else { panic!("several web developers") };
    for label in ["développeur web/développeuse web", "développeuse web", "Web-Designerin"] {
        assert!(find(label).contains(id.id()), "{label}");
    }

    let mut pairs: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for occupation in taxonomy.concepts(ConceptKind::Occupation) {
        for (_, kind, label) in occupation.labels() {
            let forms = text::forms(label);
            // A pair folded whole is nothing that people write.
            let genders = if forms.len() > 2 { &forms[1..] } else { &forms };
            if kind == LabelKind::Preferred {
                assert!(genders.iter().all(|form| find(form).contains(occupation.id())), "{label}");
            }
            if genders.len() > 1 {
                pairs.insert(label, genders.to_vec());
            }
        }
    }
    let differ = |genders: &&Vec<String>| genders[1..].iter().any(|form| find(form) != find(&genders[0]));
    let ambiguous = pairs.values().filter(differ).count();
    // Labels of which one gender is also the label of another occupation, as `chef de produit`: 0.7 % of all pairs.
    assert!(pairs.len() > 18_000 && ambiguous * 100 < pairs.len(), "{ambiguous} of {}", pairs.len());
}

#[test]
fn every_label_of_rome_with_a_stroke_names_two_genders() {
    let Some(taxonomy) = everything() else { return };
    let mut whole = BTreeSet::new();
    let mut tried = 0;
    for trade in taxonomy.concepts(ConceptKind::Occupation).filter(|occupation| occupation.id().len() == 5) {
        for (.., label) in trade.labels().filter(|(.., label)| label.contains(" / ")) {
            tried += 1;
            if text::forms(label).len() == 1 {
                whole.insert(label);
            }
        }
    }
    // These join two names of a job, or one name twice.
    let no_genders = [
        "Chercheur / Concepteur informatique",
        "Groupiste / Groupiste",
        "Lapidaire / Diamantaire",
        "Responsable développement / Business Developer",
        "Responsable plate-forme expédition / Livraison",
        "Sound designer / Designer sonore",
        "Traminot / Employée de tramway",
    ];
    assert!(tried > 10_000, "{tried}");
    assert_eq!(whole, BTreeSet::from(no_genders));
}
