//! What was not understood, merged, implied, rejected or approximated is in the issues or in the explanation.

use matcher_core::explain::Arg;
use matcher_core::model::Ask;
use matcher_core::testing::{World, skill_text, worlds};
use matcher_core::{Issue, Offer, Resolved, Severity};
use proptest::prelude::*;

use crate::oracle::{Facts, Oracle, requirements};

fn has(issues: &[Issue], record: &str, code: &str, pointer: &str) -> bool {
    issues.iter().any(|issue| issue.code == code && issue.pointer == pointer && issue.record.as_deref() == Some(record))
}

fn check_offer(world: &World, facts: &Facts, offer: &Offer, issues: &[Issue]) {
    let id = offer.identity();
    let says = |code: &str, pointer: &str| {
        assert!(has(issues, &id, code, pointer), "{code} at {pointer} of {id} is silent: {issues:#?}")
    };
    let mut asked = Vec::new();
    for (list, claims) in [("essential_skills", &offer.essential_skills), ("optional_skills", &offer.optional_skills)] {
        for (i, claim) in claims.iter().enumerate() {
            match facts.skill(&claim.skill) {
                None => says("skill.not-found", &format!("/{list}/{i}")),
                Some(skill) if asked.contains(&skill) => says("skill.merged", &format!("/{list}/{i}")),
                Some(skill) => asked.push(skill),
            }
        }
    }
    if offer.occupation.as_ref().is_some_and(|occupation| facts.occupation(occupation).is_none()) {
        says("occupation.not-found", "/occupation");
        if !offer.title.is_empty() && facts.titled(&offer.title).is_none() {
            says("title.not-linked", "/title");
        }
    }
    let places = matcher_core::testing::places();
    for (i, place) in offer.places.iter().enumerate() {
        if matches!(places.resolve(place), Resolved::NotFound { .. }) {
            says("place.not-found", &format!("/places/{i}"));
        }
    }
    if offer.pay.is_some_and(|pay| pay.currency.code() != "EUR" && (pay.min.is_some() || pay.max.is_some()))
        && world.settings.rates.is_empty()
    {
        says("pay.no-rate", "/pay/currency");
    }
    if offer.on_site_days.is_some_and(|days| days > 7) {
        says("days.too-many", "/on_site_days");
    }
    if let (Some(from), Some(through)) = (offer.valid_from, offer.valid_through)
        && through < from
    {
        says("offer.dates", "/valid_through");
    }
    if let Ask::Known(list) = &offer.languages {
        for (i, need) in list.iter().enumerate() {
            if list[..i].iter().any(|earlier| earlier.language == need.language) {
                says("language.merged", &format!("/languages/{i}"));
            }
        }
    }
}

proptest! {
    #[test]
    fn every_word_that_leads_nowhere_is_an_issue_at_its_place(world in worlds()) {
        let engine = world.engine();
        let facts = Facts::of(&world.taxonomy);
        let mut offers = world.offers.clone();
        offers.push(world.offers[0].clone());
        offers.push(Offer::default());
        let (index, issues) = engine.offers(&offers);
        prop_assert_eq!(index.len(), world.offers.len());
        let codes = |severity| issues.iter().filter(|issue| issue.severity == severity).map(|issue| issue.code.as_ref()).collect::<Vec<_>>();
        prop_assert_eq!(codes(Severity::Rejected), ["offer.twice", "offer.no-id"]);
        for offer in &world.offers {
            check_offer(&world, &facts, offer, &issues);
        }
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            let issues = person.issues();
            for (i, claim) in profile.skills.iter().enumerate() {
                let silent = facts.skill(&claim.skill).is_none() && !has(issues, &profile.id, "skill.not-found", &format!("/skills/{i}"));
                prop_assert!(!silent, "{}", claim.skill);
            }
            for (i, exclusion) in profile.exclusions.iter().enumerate() {
                let lost = exclusion.skill.as_ref().is_some_and(|skill| facts.skill(skill).is_none())
                    || exclusion.tag.as_ref().is_some_and(|tag| !tag.contains('='))
                    || exclusion.text.as_ref().is_some_and(|text| facts.titled(text).is_none());
                let told = has(issues, &profile.id, "exclusion.not-understood", &format!("/exclusions/{i}"));
                prop_assert!(!lost || told);
            }
            if profile.commute.days_on_site.is_some_and(|days| days > 7) {
                prop_assert!(has(issues, &profile.id, "days.too-many", "/commute/days_on_site"));
            }
        }
    }

    #[test]
    fn an_explanation_shows_every_requirement_its_origin_and_what_is_missing(world in worlds()) {
        let engine = world.engine();
        let oracle = Oracle::new(&world, &engine);
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            for offer in &world.offers {
                let explanation = index.explain(world.query(&person), &offer.identity()).unwrap();
                let skills = explanation.criteria.iter().find(|part| part.criterion == "skills").unwrap();
                let mut shown: Vec<String> = skills.lines.iter().filter_map(|line| match line.args.get("skill") {
                    Some(Arg::Skill(id)) => Some(id.clone()),
                    _ => None,
                }).collect();
                shown.sort();
                let asked = requirements(&oracle, offer);
                let expected: Vec<String> = asked.iter().filter_map(|r| Some(skill_text(r.skill?, false))).collect();
                prop_assert_eq!(shown, expected);
                let hidden = asked.last().map_or(0, |rest| rest.share);
                prop_assert_eq!(skills.lines.iter().any(|line| line.key == "skills.not-understood"), hidden > 0);
                let mass: u32 = explanation.origins.iter().map(|origin| origin.parts()).sum();
                prop_assert_eq!(mass, 1 << 15);
                // Every criterion that takes anything has a line, and every line has a message.
                for part in &explanation.criteria {
                    prop_assert!(part.lost == 0 || !part.lines.is_empty());
                    prop_assert!(part.lines.iter().all(|line| line.key.contains('.')));
                }
            }
        }
    }
}
