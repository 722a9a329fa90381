//! What a person has more never lowers a score, and nothing jumps.

use matcher_core::model::{Education, LanguageClaim, PastOccupation, Profile, SkillClaim};
use matcher_core::testing::{SKILLS_NAMED, TinyTaxonomy, World, people, skill_id, skill_text, worlds};
use matcher_core::units::{Cefr, Eqf, Level, Ratio, Years};
use matcher_core::{Offer, Settings};
use proptest::prelude::*;

use super::{assert_no_loss, score, standing};
use crate::oracle::{Oracle, requirements};

/// Everything of `more` that a person can have, one thing at a time.
fn additions(profile: &Profile, more: &Profile) -> Vec<(&'static str, Profile)> {
    let mut all = Vec::new();
    let mut add = |what, change: &dyn Fn(&mut Profile)| {
        let mut changed = profile.clone();
        change(&mut changed);
        all.push((what, changed));
    };
    for claim in &more.skills {
        add("a skill", &|p| p.skills.push(claim.clone()));
        add("a skill, first", &|p| p.skills.insert(0, claim.clone()));
    }
    for past in &more.occupations {
        add("an occupation", &|p| p.occupations.push(past.clone()));
        add("an occupation, first", &|p| p.occupations.insert(0, past.clone()));
    }
    for claim in more.languages.iter().flatten() {
        add("a language", &|p| p.languages.get_or_insert_default().push(*claim));
    }
    if let Some(Education { eqf }) = more.education {
        let known = profile.education.as_ref().map_or(eqf, |known| known.eqf.max(eqf));
        add("a diploma", &|p| p.education = Some(Education { eqf: known }));
    }
    for i in 0..profile.skills.len() {
        let higher = profile.skills[i].level.and_then(|level| Level::new(level.get() + 1));
        if higher.is_some() {
            add("a higher level", &|p| p.skills[i].level = higher);
        }
    }
    for i in 0..profile.languages.as_ref().map_or(0, Vec::len) {
        let level = profile.languages.as_ref().unwrap()[i].level;
        if let Some(level) = level {
            let higher = Cefr::ALL[usize::from(level.rank()).min(5)];
            add("a language spoken better", &|p| p.languages.as_mut().unwrap()[i].level = Some(higher));
        }
    }
    for i in 0..profile.occupations.len() {
        if let Some(years) = profile.occupations[i].years {
            add("more years", &|p| p.occupations[i].years = Some(Years::from_tenths(years.tenths() + 15)));
        }
    }
    all
}

proptest! {
    #[test]
    fn one_thing_more_never_lowers_a_score(world in worlds(), more in people()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let before = standing(&world, &index, profile);
            for (what, changed) in additions(profile, &more) {
                assert_no_loss(&before, &standing(&world, &index, &changed), what, false);
            }
        }
    }

    #[test]
    fn one_requirement_moves_a_score_by_no_more_than_its_share_of_its_weight(world in worlds(), skill in 0..SKILLS_NAMED, level in 1..=4u8) {
        // A skill that nothing is related to and no occupation asks for: meeting it meets one requirement and no other.
        // Without a table it also says nothing of the offer's text, which is another criterion.
        let lone = world.taxonomy.skills;
        let world = World { taxonomy: TinyTaxonomy { skills: lone + 1, words: false, ..world.taxonomy.clone() }, ..world };
        let engine = world.engine();
        let oracle = Oracle::new(&world, &engine);
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            let mut profile = profile.clone();
            profile.skills.retain(|claim| oracle.facts.skill(&claim.skill) != Some(lone));
            let asking = Offer { essential_skills: vec![(skill_id(lone).as_str(), level).into(), skill_text(skill, true).as_str().into()], ..offer.clone() };
            let share = requirements(&oracle, &asking).iter().find(|r| r.skill == Some(lone)).map(|r| r.share * r.lambda).unwrap();
            let most = (share * 1_000_000) >> 30;
            let without = score(&world, &engine, &profile, &asking);
            for own in 1..=4u8 {
                let with = score(&world, &engine, &profile.clone().skill((skill_id(lone).as_str(), own)), &asking);
                prop_assert!(with >= without && u64::from(with - without) <= most + 2, "{without} {with} {most}");
            }
        }
    }

    #[test]
    fn one_criterion_moves_a_score_by_no_more_than_its_weight(world in worlds(), other in people()) {
        let engine = world.engine();
        let weights = world.settings.weights;
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            let before = i64::from(score(&world, &engine, profile, offer));
            let check = |weight: Ratio, change: &dyn Fn(&mut Profile)| {
                let mut changed = profile.clone();
                change(&mut changed);
                let after = i64::from(score(&world, &engine, &changed, offer));
                let most = i64::from(weight.parts()) * 1_000_000 / (1 << 15) + 2;
                assert!((after - before).abs() <= most, "{before} {after} {most}");
            };
            check(weights.languages, &|p| p.languages.clone_from(&other.languages));
            check(weights.education, &|p| p.education.clone_from(&other.education));
            check(weights.availability, &|p| p.available_from = other.available_from);
            check(weights.commute, &|p| p.home.clone_from(&other.home));
            check(weights.pay, &|p| p.pay = other.pay);
            check(weights.conditions, &|p| (p.contracts, p.hours) = (other.contracts.clone(), other.hours));
            // What is wished for and known is also what the offer's text is compared with: two criteria.
            let with_tasks = |weight: Ratio| Ratio::from_parts(weight.parts() + weights.tasks.parts());
            check(with_tasks(weights.wish), &|p| p.wishes.clone_from(&other.wishes));
            check(with_tasks(weights.skills_listed), &|p| p.skills.clone_from(&other.skills));
        }
    }
}

#[test]
fn who_had_only_a_near_skill_gains_by_the_named_one_at_its_lowest_level() {
    // Skill 1 and skill 2 stand below skill 0; the offer asks for skill 2 at the highest level, the person has skill 1.
    let taxonomy = TinyTaxonomy {
        skills: 3,
        occupations: 2,
        broader: vec![(1, 0), (2, 0)],
        related: vec![(1, 2)],
        essential: vec![(0, 1), (1, 2)],
        optional: vec![],
        crosswalk: vec![],
        groups: vec![],
        words: false,
    };
    let engine = matcher_core::Engine::builder(taxonomy.build()).settings(Settings::default()).build().unwrap();
    let (index, _) = engine.offers(&[Offer::new("o", "").essential((skill_id(2).as_str(), 4))]);
    let points = |profile: Profile| index.score(&engine.prepare(&profile).unwrap(), "o").unwrap();
    let near = Profile::new("p").skill((skill_id(1).as_str(), 4));
    let none = Profile::new("p");
    assert!(points(near.clone()) > points(none), "a near skill is worth something");
    let mut last = points(near.clone());
    for level in [None, Some(1), Some(2), Some(3), Some(4)] {
        let claim = SkillClaim { level: level.and_then(Level::new), ..skill_id(2).as_str().into() };
        let with = points(near.clone().skill(claim));
        assert!(with >= points(near.clone()), "level {level:?} lowers the score");
        if level > Some(1) {
            assert!(with >= last, "level {level:?} is worth less than the one below");
        }
        last = if level.is_some() { with } else { last };
    }
}

#[test]
fn a_first_language_and_a_first_job_cost_nothing() {
    let world_less = Profile::new("p").skill("Skill 0");
    let mut speaks = world_less.clone();
    speaks.languages = Some(vec![LanguageClaim { language: matcher_core::model::Language::FR, level: Some(Cefr::A1) }]);
    let mut worked = world_less.clone();
    worked.occupations.push(PastOccupation { title: Some("soudeur 1".into()), ..PastOccupation::default() });
    let mut learned = world_less.clone();
    learned.education = Eqf::new(1).map(|eqf| Education { eqf });
    let json = r#"{"id":"o","title":"soudeuse 0","languages":[{"language":"de","level":"C1"}],"education":{"eqf":8},"experience":5}"#;
    let offer: Offer = serde_json::from_str(json).unwrap();
    let taxonomy = TinyTaxonomy {
        skills: 1,
        occupations: 2,
        broader: vec![],
        related: vec![],
        essential: vec![(0, 0)],
        optional: vec![],
        crosswalk: vec![],
        groups: vec![],
        words: false,
    };
    let engine = matcher_core::Engine::builder(taxonomy.build()).build().unwrap();
    let (index, _) = engine.offers(&[offer]);
    let points = |profile: &Profile| index.score(&engine.prepare(profile).unwrap(), "o").unwrap();
    for more in [speaks, worked, learned] {
        assert!(points(&more) >= points(&world_less), "{more:?}");
    }
}
