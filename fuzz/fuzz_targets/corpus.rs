#![no_main]
//! A case of the corpus: the whole engine on a taxonomy, places, settings, people and offers that nobody would write. The
//! points lost add up, and the answer does not depend on the order of the offers.

use libfuzzer_sys::fuzz_target;
use matcher_core::corpus::{Case, run};
use matcher_core::{Engine, Query};
use serde_json::Value;

fuzz_target!(|json: &str| {
    let Ok(case) = Case::read(json) else { return };
    // The other cases are about reading; here the engine's own work is looked at, on little enough to be quick.
    if case.profiles.len() * case.offers.len() > 16 || case.trainings.len() > 2 {
        return;
    }
    if let Ok(answer) = run(json) {
        for line in answer.lines() {
            adds_up(&serde_json::from_str(line).expect("an answer is JSON"));
        }
    }
    order_does_not_matter(&case);
});

fn adds_up(line: &Value) {
    let (Some(score), Some(criteria)) = (line["score"].as_u64(), line["criteria"].as_array()) else { return };
    let lost = |part: &Value| part["lost"].as_u64().expect("a part has a loss");
    assert_eq!(score + criteria.iter().map(lost).sum::<u64>(), 1_000_000, "{line}");
    for part in criteria {
        let lines = part["lines"].as_array().expect("a part has lines");
        assert_eq!(lines.iter().map(lost).sum::<u64>(), lost(part), "{part}");
    }
}

fn order_does_not_matter(case: &Case) {
    let (Ok(taxonomy), Ok(places)) = (case.taxonomy(), case.gazetteer()) else { return };
    let builder = Engine::builder(taxonomy).places(places).settings(case.settings.clone());
    let Ok(engine) = builder.build() else { return };
    let (index, issues) = engine.offers(&case.offers);
    // Of two offers with one identity the first is kept: there the order does matter, and is told.
    if issues.iter().any(|issue| issue.code == "offer.twice") {
        return;
    }
    let turned: Vec<_> = case.offers.iter().rev().cloned().collect();
    let (turned, _) = engine.offers(&turned);
    for profile in &case.profiles {
        let Ok(person) = engine.prepare(profile) else { continue };
        let lists = [&index, &turned].map(|index| {
            let answer = index.top(Query::new(&person).as_of(case.as_of));
            answer.into_iter().map(|hit| serde_json::to_string(&hit.record()).expect("a record")).collect::<Vec<_>>()
        });
        assert_eq!(lists[0], lists[1]);
    }
}
