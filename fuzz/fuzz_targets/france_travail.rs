#![no_main]
//! France Travail's offers: one, and the answer of a search. No personal data gets through, and the offer made is one that
//! our own format holds.

use libfuzzer_sys::fuzz_target;
use matcher_core::exchange::france_travail::{read_answer, read_offer};
use matcher_core::model::{Limits, read_json};
use matcher_core::{Issue, Offer, Severity};

fuzz_target!(|json: &str| {
    let limits = Limits { bytes: 1 << 16, items: 64 };
    let one = read_offer(json, &limits);
    holds(&one);
    let Ok(all) = read_answer(json, &limits) else { return };
    all.iter().for_each(holds);
    if all.len() == 1 && json.len() <= limits.bytes && json.trim_start().starts_with('{') && !json.contains("resultats")
    {
        assert_eq!(all[0], one, "an offer by itself is read as within an answer");
    }
});

fn holds((offer, issues): &(Option<Offer>, Vec<Issue>)) {
    assert_eq!(offer.is_none(), issues.iter().any(|issue| issue.severity == Severity::Rejected), "{issues:?}");
    let Some(offer) = offer else { return };
    let written = serde_json::to_string(offer).expect("an offer can be written");
    let (again, issues) = read_json::<Offer>(&written, &Limits { bytes: usize::MAX, items: usize::MAX });
    assert!(issues.is_empty(), "{written}: {issues:?}");
    assert_eq!(again.as_ref(), Some(offer), "{written}");
}
