use std::collections::{BTreeMap, BTreeSet};

use super::{ConceptKind, Csr, Frozen, LabelKind, Names, Taxonomy};
use crate::model::Language;
use crate::units::Ratio;

/// What sets two editions of a taxonomy apart; see [`Taxonomy::difference`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Every kind of thing that a taxonomy holds, also where nothing changed.
    pub changes: Vec<Changed>,
    /// Whether the fingerprints are the same. They may differ where `changes` are empty: by version, attribution or the
    /// numbers that are computed when freezing.
    pub same: bool,
}

/// What changed about one kind of thing. Each list rises by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What is compared, such as `occupations` or `essential skills`.
    pub what: &'static str,
    /// What only the newer has.
    pub added: Vec<String>,
    /// What only the older has.
    pub removed: Vec<String>,
    /// What both have in another form: preferred labels and confidences.
    pub altered: Vec<String>,
}

impl Changed {
    /// Whether both editions are the same here.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.altered.is_empty()
    }
}

impl Taxonomy {
    /// Concepts, labels and relations that `newer` has and this one lacks, and the other way round. Cost: time and memory
    /// linear in both.
    pub fn difference(&self, newer: &Taxonomy) -> Difference {
        let (old, new) = (&*self.0, &*newer.0);
        let kinds = [
            (ConceptKind::Occupation, "occupations", "labels of occupations"),
            (ConceptKind::Skill, "skills", "labels of skills"),
            (ConceptKind::Group, "groups", "labels of groups"),
        ];
        let names = |frozen, kind| names(frozen, kind);
        let concepts = kinds.map(|(kind, what, _)| concepts(what, names(old, kind), names(new, kind)));
        let labels = kinds.map(|(kind, _, what)| labels(what, names(old, kind), names(new, kind)));
        let relations = RELATIONS.map(|relation| relation.change(old, new));
        let changes = concepts.into_iter().chain(labels).chain(relations).chain([twins(old, new)]).collect();
        Difference { changes, same: self.fingerprint() == newer.fingerprint() }
    }
}

fn names(frozen: &Frozen, kind: ConceptKind) -> &Names {
    match kind {
        ConceptKind::Skill => &frozen.skills,
        ConceptKind::Occupation => &frozen.occupations,
        ConceptKind::Group => &frozen.groups,
    }
}

fn concepts(what: &'static str, old: &Names, new: &Names) -> Changed {
    let only = |one: &Names, other: &Names| {
        let ids = (0..one.len() as u32).filter(|&concept| other.find(one.id(concept)).is_none());
        ids.map(|concept| format!("{} “{}”", one.id(concept), one.label(concept, Language::EN))).collect()
    };
    Changed { what, added: only(new, old), removed: only(old, new), altered: Vec::new() }
}

/// Labels of the concepts that both have. A preferred label that both have in one language is altered; any other is added
/// or removed.
fn labels(what: &'static str, old: &Names, new: &Names) -> Changed {
    let mut changed = Changed { what, added: Vec::new(), removed: Vec::new(), altered: Vec::new() };
    for concept in 0..old.len() as u32 {
        let id = old.id(concept);
        let Some(same) = new.find(id) else { continue };
        let (was, is) = (old.labels.row(concept as usize), new.labels.row(same as usize));
        if was == is {
            continue;
        }
        let preferred = |row: &[super::frozen::Label]| -> BTreeMap<Language, String> {
            let all = row.iter().filter(|label| label.kind == LabelKind::Preferred);
            all.map(|label| (label.language, label.text.to_string())).collect()
        };
        let (before, after) = (preferred(was), preferred(is));
        let altered = |language: &Language| before.contains_key(language) && after.contains_key(language);
        for (language, text) in &before {
            if let Some(now) = after.get(language).filter(|now| *now != text) {
                changed.altered.push(format!("{id} {language}: “{text}” → “{now}”"));
            }
        }
        let only = |one: &[super::frozen::Label], other: &[super::frozen::Label], out: &mut Vec<String>| {
            for label in one.iter().filter(|label| other.binary_search(label).is_err()) {
                if label.kind != LabelKind::Preferred || !altered(&label.language) {
                    out.push(format!("{id} {}: “{}”", label.language, label.text));
                }
            }
        };
        only(is, was, &mut changed.added);
        only(was, is, &mut changed.removed);
    }
    changed
}

/// A relation between two kinds of concept.
struct Relation {
    what: &'static str,
    from: ConceptKind,
    to: ConceptKind,
    /// Whether it is held in both directions and told once.
    both_ways: bool,
    rows: fn(&Frozen) -> &Csr<u32>,
}

const RELATIONS: [Relation; 8] = {
    use ConceptKind::{Group, Occupation, Skill};
    const fn relation(
        what: &'static str,
        from: ConceptKind,
        to: ConceptKind,
        rows: fn(&Frozen) -> &Csr<u32>,
    ) -> Relation {
        Relation { what, from, to, both_ways: false, rows }
    }
    [
        relation("essential skills", Occupation, Skill, |frozen| &frozen.essential),
        relation("optional skills", Occupation, Skill, |frozen| &frozen.optional),
        relation("skills below skills", Skill, Skill, |frozen| &frozen.skill_broader),
        relation("skills in groups", Skill, Group, |frozen| &frozen.skill_groups),
        relation("occupations below occupations", Occupation, Occupation, |frozen| &frozen.occupation_broader),
        relation("occupations in groups", Occupation, Group, |frozen| &frozen.occupation_groups),
        relation("groups below groups", Group, Group, |frozen| &frozen.group_broader),
        Relation { both_ways: true, ..relation("related skills", Skill, Skill, |frozen| &frozen.related) },
    ]
};

impl Relation {
    fn pairs<'a>(&self, frozen: &'a Frozen) -> BTreeSet<(&'a str, &'a str)> {
        let (from, to) = (names(frozen, self.from), names(frozen, self.to));
        let rows = (self.rows)(frozen).rows().enumerate();
        let all = rows.flat_map(|(concept, row)| row.iter().map(move |&other| (from.id(concept as u32), to.id(other))));
        all.filter(|(a, b)| !self.both_ways || a < b).collect()
    }

    fn change(&self, old: &Frozen, new: &Frozen) -> Changed {
        let (was, is) = (self.pairs(old), self.pairs(new));
        let arrows = |one: &BTreeSet<(&str, &str)>, other| {
            one.difference(other).map(|(from, to)| format!("{from} → {to}")).collect()
        };
        Changed { what: self.what, added: arrows(&is, &was), removed: arrows(&was, &is), altered: Vec::new() }
    }
}

/// The crosswalk, each pair once.
fn twins(old: &Frozen, new: &Frozen) -> Changed {
    let pairs = |frozen: &'_ Frozen| -> BTreeMap<(String, String), Ratio> {
        let id = |concept: u32| frozen.occupations.id(concept).to_owned();
        let rows = frozen.crosswalk.rows().enumerate();
        let all = rows.flat_map(|(a, row)| row.iter().map(move |&(b, confidence)| (a as u32, b, confidence)));
        all.filter(|(a, b, _)| a < b).map(|(a, b, confidence)| ((id(a), id(b)), confidence)).collect()
    };
    let (was, is) = (pairs(old), pairs(new));
    let only = |one: &BTreeMap<(String, String), Ratio>, other: &BTreeMap<(String, String), Ratio>| {
        one.keys().filter(|pair| !other.contains_key(*pair)).map(|(a, b)| format!("{a} = {b}")).collect()
    };
    let both = was.iter().filter_map(|(pair, before)| Some((pair, before, is.get(pair)?)));
    let altered = both.filter(|(_, before, after)| before != after);
    Changed {
        what: "the same occupation in two classifications",
        added: only(&is, &was),
        removed: only(&was, &is),
        altered: altered.map(|((a, b), before, after)| format!("{a} = {b}: {before} → {after}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::TaxonomyBuilder;

    fn edition() -> TaxonomyBuilder {
        use ConceptKind::{Group, Occupation, Skill};
        let mut builder = Taxonomy::builder();
        builder.label(Occupation, "o:bake", Language::EN, LabelKind::Preferred, "baker");
        builder.label(Skill, "s:bread", Language::EN, LabelKind::Preferred, "bake bread");
        builder.label(Skill, "s:oven", Language::EN, LabelKind::Preferred, "tend ovens");
        builder.concept(Occupation, "B1").concept(Group, "g:food").essential("o:bake", "s:bread");
        builder.broader(Occupation, "o:bake", Group, "g:food").same_occupation("o:bake", "B1", Ratio::percent(80));
        builder
    }

    /// What changed, as `+`, `-` or `~`, what it is and the item.
    fn told(newer: TaxonomyBuilder) -> Vec<String> {
        let difference = edition().build().unwrap().difference(&newer.build().unwrap());
        let mut told = Vec::new();
        for Changed { what, added, removed, altered } in difference.changes {
            for (sign, items) in [("+", added), ("-", removed), ("~", altered)] {
                told.extend(items.into_iter().map(|item| format!("{sign} {what}: {item}")));
            }
        }
        told
    }

    #[test]
    fn an_edition_is_the_same_as_itself() {
        let taxonomy = edition().build().unwrap();
        let difference = taxonomy.difference(&taxonomy);
        assert!(difference.same && difference.changes.iter().all(Changed::is_empty), "{difference:?}");
    }

    #[test]
    fn what_is_added_is_told_by_kind_and_reversed_as_removed() {
        let mut newer = edition();
        newer.label(ConceptKind::Skill, "s:cake", Language::EN, LabelKind::Preferred, "bake cakes");
        newer.label(ConceptKind::Occupation, "o:bake", Language::FR, LabelKind::Preferred, "boulanger/boulangère");
        newer.optional("o:bake", "s:cake").related("s:bread", "s:oven");
        let expected = [
            "skills: s:cake “bake cakes”",
            "labels of occupations: o:bake fr: “boulanger/boulangère”",
            "optional skills: o:bake → s:cake",
            "related skills: s:bread → s:oven",
        ];
        let (old, new) = (edition().build().unwrap(), newer.build().unwrap());
        let back = new.difference(&old);
        assert_eq!(told(newer), expected.map(|item| format!("+ {item}")));
        for (forth, back) in old.difference(&new).changes.iter().zip(&back.changes) {
            assert_eq!((&forth.added, &forth.removed), (&back.removed, &back.added));
        }
    }

    #[test]
    fn another_preferred_label_and_another_confidence_are_altered() {
        let mut newer = Taxonomy::builder();
        newer.label(ConceptKind::Occupation, "o:bake", Language::EN, LabelKind::Preferred, "bread baker");
        newer.label(ConceptKind::Skill, "s:bread", Language::EN, LabelKind::Preferred, "bake bread");
        newer.label(ConceptKind::Skill, "s:oven", Language::EN, LabelKind::Preferred, "tend ovens");
        newer.concept(ConceptKind::Occupation, "B1").concept(ConceptKind::Group, "g:food");
        newer.essential("o:bake", "s:bread");
        newer.broader(ConceptKind::Occupation, "o:bake", ConceptKind::Group, "g:food");
        newer.same_occupation("o:bake", "B1", Ratio::ONE);
        let told = told(newer);
        assert_eq!(told[0], "~ labels of occupations: o:bake en: “baker” → “bread baker”");
        assert!(told[1].starts_with("~ the same occupation in two classifications: B1 = o:bake: "), "{told:?}");
        assert_eq!(told.len(), 2);
    }
}
