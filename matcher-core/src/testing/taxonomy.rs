use proptest::collection::vec;
use proptest::prelude::*;

use super::names::{SKILLS_NAMED, TASKS, TITLES_NAMED, occupation_id, skill_id, skill_text, title};
use crate::Taxonomy;
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::units::Ratio;
use crate::words::Words;

/// A taxonomy small enough for an oracle to look at all of it. Concepts are numbers; every relation is a list of pairs of
/// them, doubles allowed.
#[derive(Clone, Debug, PartialEq)]
pub struct TinyTaxonomy {
    /// How many skills there are.
    pub skills: usize,
    /// How many occupations there are.
    pub occupations: usize,
    /// Skill below skill; the broader one has the smaller number, so that there is no cycle.
    pub broader: Vec<(usize, usize)>,
    /// Skills related, both ways.
    pub related: Vec<(usize, usize)>,
    /// Occupation and essential skill.
    pub essential: Vec<(usize, usize)>,
    /// Occupation and optional skill.
    pub optional: Vec<(usize, usize)>,
    /// Occupation and the same one elsewhere, with a confidence in hundredths.
    pub crosswalk: Vec<(usize, usize, u32)>,
    /// Occupation and the group that it stands in: 0 or 1, both below group 2.
    pub groups: Vec<(usize, usize)>,
    /// With a table that tells which texts mean alike: untrained, it sees the words and letters that they share.
    pub words: bool,
}

impl TinyTaxonomy {
    /// Frozen. Occupations are labelled in both genders.
    pub fn build(&self) -> Taxonomy {
        let mut builder = Taxonomy::builder();
        builder.version("tiny");
        for skill in 0..self.skills {
            let label = skill_text(skill, true);
            builder.label(ConceptKind::Skill, &skill_id(skill), Language::EN, LabelKind::Preferred, &label);
        }
        for occupation in 0..self.occupations {
            let id = occupation_id(occupation);
            let label = title(occupation, 3);
            builder.label(ConceptKind::Occupation, &id, Language::FR, LabelKind::Preferred, &label);
        }
        for group in 0..3 {
            builder.concept(ConceptKind::Group, &group_id(group));
        }
        for group in 0..2 {
            builder.broader(ConceptKind::Group, &group_id(group), ConceptKind::Group, &group_id(2));
        }
        for &(below, above) in &self.broader {
            builder.broader(ConceptKind::Skill, &skill_id(below), ConceptKind::Skill, &skill_id(above));
        }
        for &(a, b) in &self.related {
            builder.related(&skill_id(a), &skill_id(b));
        }
        for &(occupation, skill) in &self.essential {
            builder.essential(&occupation_id(occupation), &skill_id(skill));
        }
        for &(occupation, skill) in &self.optional {
            builder.optional(&occupation_id(occupation), &skill_id(skill));
        }
        for &(a, b, hundredths) in &self.crosswalk {
            builder.same_occupation(&occupation_id(a), &occupation_id(b), Ratio::percent(hundredths));
        }
        for &(occupation, group) in &self.groups {
            builder.broader(ConceptKind::Occupation, &occupation_id(occupation), ConceptKind::Group, &group_id(group));
        }
        let taxonomy = builder.build().unwrap_or_else(|error| unreachable!("a tiny taxonomy is sound: {error}"));
        taxonomy.with_table(self.words.then(|| self.table()))
    }

    /// Knows every title and skill but the last ones, and most of what offers describe.
    fn table(&self) -> Words {
        let titles: Vec<String> = (0..TITLES_NAMED - 1).map(|number| title(number, 3)).collect();
        let skills: Vec<String> = (0..SKILLS_NAMED - 1).map(|number| skill_text(number, true)).collect();
        let all = titles.iter().chain(&skills).map(String::as_str).chain(TASKS.into_iter().skip(1));
        let all: Vec<&str> = all.collect();
        Words::hashed(&all, &titles[..self.occupations.min(titles.len())], &skills[..self.skills.min(skills.len())])
    }
}

fn group_id(group: usize) -> String {
    format!("g:{group}")
}

/// Tiny taxonomies: 2 to 8 skills with several parents, 1 to 5 occupations.
pub fn taxonomies() -> impl Strategy<Value = TinyTaxonomy> {
    let pairs = |most| vec((0..64usize, 0..64usize), 0..most);
    (
        2..=8usize,
        1..=5usize,
        pairs(7),
        pairs(3),
        (pairs(14), pairs(6)),
        vec((0..64usize, 0..64usize, 30..=100u32), 0..2),
        (pairs(5), any::<bool>()),
    )
        .prop_map(|(skills, occupations, broader, related, (essential, optional), crosswalk, (groups, words))| {
            let of = |pairs: Vec<(usize, usize)>, a: usize, b: usize| -> Vec<(usize, usize)> {
                pairs.into_iter().map(|(x, y)| (x % a, y % b)).collect()
            };
            let ordered = |pairs: Vec<(usize, usize)>| -> Vec<(usize, usize)> {
                let apart = pairs.into_iter().filter(|(x, y)| x != y);
                apart.map(|(x, y)| (x.max(y), x.min(y))).collect()
            };
            let crosswalk = crosswalk.into_iter().map(|(a, b, sure)| (a % occupations, b % occupations, sure));
            TinyTaxonomy {
                skills,
                occupations,
                broader: ordered(of(broader, skills, skills)),
                related: of(related, skills, skills),
                essential: of(essential, occupations, skills),
                optional: of(optional, occupations, skills),
                crosswalk: crosswalk.filter(|(a, b, _)| a != b).collect(),
                groups: of(groups, occupations, 2),
                words,
            }
        })
}
