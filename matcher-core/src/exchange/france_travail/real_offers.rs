//! Measures how much of real offers is understood. The offers may not be redistributed, so they lie outside of the
//! repository: in the folder named by `MATCHER_DATA`, or in `../shared/data` beside it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::read_offer;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, Limits, Offer};

fn offers() -> Option<Vec<(Offer, Vec<Issue>)>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let folder = std::env::var_os("MATCHER_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from).join("offers");
    let mut read = Vec::new();
    for name in ["france_travail_offers_dev.jsonl", "france_travail_offers_ardeche_dev.jsonl"] {
        let path = folder.join(name);
        let Ok(text) = std::fs::read_to_string(&path) else {
            eprintln!("SKIPPED: {} is not there; set MATCHER_DATA to the folder of the data", path.display());
            return None;
        };
        for line in text.lines() {
            let (offer, issues) = read_offer(line, &Limits::default());
            read.push((offer.unwrap_or_else(|| panic!("{issues:?}")), issues));
        }
    }
    Some(read)
}

#[test]
fn what_is_understood_of_675_real_offers() {
    let Some(offers) = offers() else { return };
    let share = |known: &dyn Fn(&Offer) -> bool| offers.iter().filter(|(offer, _)| known(offer)).count();
    let ask = |known: bool, unknown: bool| {
        if unknown {
            "unknown"
        } else if known {
            "known"
        } else {
            "not asked"
        }
    };
    let mut demands: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (offer, _) in &offers {
        for (name, state) in [
            ("languages", ask(offer.languages.known().is_some(), offer.languages == Ask::Unknown)),
            ("education", ask(offer.education.known().is_some(), offer.education == Ask::Unknown)),
            ("experience", ask(offer.experience.known().is_some(), offer.experience == Ask::Unknown)),
            ("licences", ask(offer.licences.known().is_some(), offer.licences == Ask::Unknown)),
        ] {
            *demands.entry((name, state)).or_default() += 1;
        }
    }
    let counts = [
        ("offers", offers.len()),
        ("title", share(&|o| !o.title.is_empty())),
        ("text", share(&|o| o.text.is_some())),
        ("occupation", share(&|o| o.occupation.is_some())),
        ("skills listed", share(&|o| !o.essential_skills.is_empty())),
        ("contract", share(&|o| o.contract.is_some())),
        ("hours", share(&|o| o.hours.is_some())),
        ("pay", share(&|o| o.pay.is_some())),
        ("openings", share(&|o| o.openings.is_some())),
        ("employer", share(&|o| o.employer.is_some())),
        ("valid from", share(&|o| o.valid_from.is_some())),
        ("place", share(&|o| !o.places.is_empty())),
        ("coordinates", share(&|o| o.places.iter().any(|p| p.at.is_some()))),
        ("municipality code", share(&|o| o.places.iter().any(|p| p.code.is_some()))),
        ("area", share(&|o| o.places.iter().any(|p| p.area.is_some()))),
    ];
    for (name, count) in counts {
        eprintln!("{name:20} {count}");
    }
    for ((name, state), count) in &demands {
        eprintln!("{name:20} {count} {state}");
    }
    let mut issues: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for issue in offers.iter().flat_map(|(_, issues)| issues) {
        *issues.entry((issue.severity, issue.code.as_ref())).or_default() += 1;
        if issue.severity == Severity::Warning {
            eprintln!("{issue}");
        }
    }
    for ((severity, code), count) in &issues {
        eprintln!("{severity:?} {code:34} {count}");
    }
    let of = |name: &str| counts.iter().find(|(known, _)| *known == name).unwrap().1;
    for name in ["title", "text", "occupation", "contract", "place", "openings", "valid from"] {
        assert_eq!(of(name), 675, "{name}");
    }
    assert_eq!(of("skills listed"), 59);
    assert_eq!(of("coordinates"), 578);
    // 254 offers have no text of their hours and 165 only a rhythm; 239 have a salary's text, one of
    // which mixes a month with a year, and one more has a comment with an amount.
    assert_eq!(of("hours"), 675 - 254 - 165);
    assert_eq!(of("pay"), 239);
    assert!(!issues.keys().any(|(_, code)| matches!(*code, "offer.unknown-field" | "offer.wrong-type")));
}
