//! Exclusions and must-haves leave an offer out, with a reason, and cost nothing where they do not; no soft criterion can
//! take everything.

use matcher_core::testing::worlds;
use matcher_core::units::Ratio;
use matcher_core::{Engine, Settings, Weights};
use proptest::prelude::*;

use super::score;

proptest! {
    #[test]
    fn an_offer_is_shown_or_refused_with_a_reason(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            let answer = index.top(world.query(&person));
            for offer in index.iter().filter(|_| person.is_rankable()) {
                let why = index.why_not(world.query(&person), &offer.identity()).unwrap();
                let shown = answer.hits().iter().any(|hit| hit.id() == offer.identity());
                prop_assert_eq!(shown, why.refusals.is_empty(), "{:?}", why);
                if !why.relaxation.is_empty() {
                    let changed = why.relaxation.iter().fold(profile.clone(), |profile, change| change.apply(&profile));
                    let changed = world.prepare(&engine, &changed);
                    let now = index.top(world.query(&changed));
                    prop_assert!(now.hits().iter().any(|hit| hit.id() == offer.identity()), "{:?}", why);
                }
            }
        }
    }

    #[test]
    fn exclusions_licences_and_musts_never_change_a_score(world in worlds()) {
        let engine = world.engine();
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            let before = score(&world, &engine, profile, offer);
            let mut without = profile.clone();
            without.exclusions.clear();
            without.licences = None;
            prop_assert_eq!(score(&world, &engine, &without, offer), before);
            let mut soft = offer.clone();
            soft.licences = matcher_core::model::Ask::NotAsked;
            if let matcher_core::model::Ask::Known(need) = &mut soft.education { need.must = false; }
            if let matcher_core::model::Ask::Known(list) = &mut soft.languages { list.iter_mut().for_each(|need| need.must = false); }
            soft.valid_from = None;
            soft.valid_through = None;
            soft.tags.clear();
            soft.essential_skills.iter_mut().chain(&mut soft.optional_skills).for_each(|claim| claim.must = false);
            prop_assert_eq!(score(&world, &engine, profile, &soft), before);
        }
    }

    #[test]
    fn no_weight_may_exceed_the_most_that_leaves_an_order(parts in 0..=1u32 << 15, which in 0..9usize) {
        let weight = Ratio::from_parts(parts);
        let mut weights = Weights::default();
        let field = [&mut weights.skills_listed, &mut weights.tasks, &mut weights.occupation, &mut weights.wish, &mut weights.languages,
            &mut weights.education, &mut weights.commute, &mut weights.pay, &mut weights.conditions].into_iter().nth(which).unwrap();
        *field = weight;
        let built = Engine::builder(matcher_core::Taxonomy::builder().build().unwrap()).settings(Settings { weights, ..Settings::default() }).build();
        let fits = weight <= Ratio::percent(95) && (which != 0 || weight >= Weights::default().skills_spotted);
        prop_assert_eq!(built.is_ok(), fits);
    }
}
