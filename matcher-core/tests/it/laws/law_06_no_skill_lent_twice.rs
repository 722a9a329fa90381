//! A near skill is a loan: to one requirement at most, and never from a skill that is itself asked for here.

use std::collections::BTreeMap;

use matcher_core::explain::{Arg, Line};
use matcher_core::testing::worlds;
use proptest::prelude::*;

/// The message of each line with the skill that it names in this role.
fn named<'a>(lines: &'a [Line], role: &'a str) -> impl Iterator<Item = (&'a str, String)> {
    lines.iter().filter_map(move |line| match line.args.get(role) {
        Some(Arg::Skill(id)) => Some((line.key.as_ref(), id.clone())),
        _ => None,
    })
}

proptest! {
    #[test]
    fn every_lender_lends_once_and_is_not_asked_itself(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            for offer in index.iter() {
                let explanation = index.explain(world.query(&person), &offer.identity()).unwrap();
                let skills = explanation.criteria.iter().find(|part| part.criterion == "skills").unwrap();
                let asked: Vec<String> = named(&skills.lines, "skill").map(|(_, id)| id).collect();
                let mut loans: BTreeMap<String, usize> = BTreeMap::new();
                for (_, lender) in named(&skills.lines, "by").filter(|(key, _)| *key == "skills.near") {
                    prop_assert!(!asked.contains(&lender), "{} is asked and lends", lender);
                    *loans.entry(lender).or_default() += 1;
                }
                prop_assert!(loans.values().all(|&times| times == 1), "{:?}", loans);
            }
        }
    }
}

/// One lender near three requirements gives one of them its credit; the oracle of law 3 counts the rest.
#[test]
fn a_skill_near_three_requirements_meets_one() {
    use matcher_core::testing::{TinyTaxonomy, skill_id};
    let taxonomy = TinyTaxonomy {
        skills: 4,
        occupations: 1,
        broader: vec![],
        related: vec![(0, 1), (0, 2), (0, 3)],
        essential: vec![(0, 1), (0, 2), (0, 3)],
        optional: vec![],
        crosswalk: vec![],
        groups: vec![],
        words: false,
    };
    let engine = matcher_core::Engine::builder(taxonomy.build()).build().unwrap();
    let mut offer = matcher_core::Offer::new("o", "");
    for skill in 1..4 {
        offer = offer.essential(skill_id(skill).as_str());
    }
    let (index, _) = engine.offers(&[offer]);
    let person = engine.prepare(&matcher_core::Profile::new("p").skill(skill_id(0).as_str())).unwrap();
    let explanation = index.explain(&person, "o").unwrap();
    let keys = explanation.criteria.iter().flat_map(|part| &part.lines).filter(|line| line.key == "skills.near");
    assert_eq!(keys.count(), 1);
}
