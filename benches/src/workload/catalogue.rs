use std::collections::BTreeSet;

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, LabelKind, TaxonomyBuilder};

use crate::random::{Random, Weighted};

/// Ids to draw records from: of a made-up taxonomy or a real one.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Ids of the skills, the most common first.
    pub skills: Vec<String>,
    /// The occupations, the most common first.
    pub occupations: Vec<Occupation>,
}

/// An occupation to draw from.
#[derive(Clone, Debug)]
pub struct Occupation {
    /// Its id.
    pub id: String,
    /// The label that titles repeat.
    pub label: String,
    /// Numbers of its skills in the catalogue.
    pub skills: Vec<usize>,
}

const SKILLS: usize = 14_000;
const GROUPS: usize = 640;
const OCCUPATIONS: usize = 3_000;
/// Essential and optional skills of an occupation: ESCO 1.2.0 has 129,004 in all, 43 each.
const ESSENTIAL: usize = 22;
const OPTIONAL: usize = 21;
/// Of a hundred skills so many stand below another skill (ESCO: 6,463 links).
const BELOW_A_SKILL: usize = 46;
/// Related pairs (ESCO: 5,818).
const RELATED: usize = 5_818;

/// A made-up taxonomy with ESCO's dimensions, and the catalogue that draws from it.
pub(super) fn generated(random: &mut Random) -> (Catalogue, TaxonomyBuilder) {
    let mut builder = Taxonomy::builder();
    builder.version("made up");
    let skills: Vec<String> = (0..SKILLS).map(|i| format!("skill:{i:05}")).collect();
    for (i, skill) in skills.iter().enumerate() {
        builder.label(ConceptKind::Skill, skill, Language::EN, LabelKind::Preferred, &format!("skill number {i}"));
    }
    let groups: Vec<String> = (0..GROUPS).map(|i| format!("group:{i:03}")).collect();
    for group in &groups {
        builder.label(ConceptKind::Group, group, Language::EN, LabelKind::Preferred, group);
    }
    // Skills are dealt to the groups in turn, so that every group has common and rare ones.
    let members: Vec<Vec<usize>> = (0..GROUPS).map(|g| (g..SKILLS).step_by(GROUPS).collect()).collect();
    for (group, members) in groups.iter().zip(&members) {
        hierarchy(&mut builder, group, members, &skills, random);
    }
    for _ in 0..RELATED {
        let group = random.one_of(&members);
        builder.related(&skills[*random.one_of(group)], &skills[*random.one_of(group)]);
    }
    let occupations = (0..OCCUPATIONS).map(|i| occupation(&mut builder, i, &members, &skills, random)).collect();
    (Catalogue { skills, occupations }, builder)
}

/// The first sixth of a group are heads; of the others some stand below one of them.
fn hierarchy(builder: &mut TaxonomyBuilder, group: &str, members: &[usize], skills: &[String], random: &mut Random) {
    let (heads, others) = members.split_at(members.len().div_ceil(6));
    for &skill in members {
        builder.broader(ConceptKind::Skill, &skills[skill], ConceptKind::Group, group);
    }
    for &skill in others {
        if random.percent(BELOW_A_SKILL * 6 / 5) {
            let head = &skills[*random.one_of(heads)];
            builder.broader(ConceptKind::Skill, &skills[skill], ConceptKind::Skill, head);
        }
    }
}

fn occupation(
    builder: &mut TaxonomyBuilder,
    number: usize,
    groups: &[Vec<usize>],
    skills: &[String],
    random: &mut Random,
) -> Occupation {
    let (id, label) = (format!("occupation:{number:04}"), format!("trade number {number}"));
    builder.label(ConceptKind::Occupation, &id, Language::EN, LabelKind::Preferred, &label);
    let pool: Vec<usize> = (0..3).flat_map(|_| random.one_of(groups).iter().copied()).collect();
    let common = Weighted::zipf(SKILLS, 1.0);
    let mut own = BTreeSet::new();
    while own.len() < ESSENTIAL + OPTIONAL {
        // One in ten is a skill that half the market asks for.
        own.insert(if random.percent(10) { common.draw(random) } else { *random.one_of(&pool) });
    }
    let mut own: Vec<usize> = own.into_iter().collect();
    for i in (1..own.len()).rev() {
        own.swap(i, random.below(i + 1));
    }
    let (essential, optional) = own.split_at(ESSENTIAL);
    for &skill in essential {
        builder.essential(&id, &skills[skill]);
    }
    for &skill in optional {
        builder.optional(&id, &skills[skill]);
    }
    Occupation { id, label, skills: own }
}
