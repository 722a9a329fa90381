use matcher_core::explain::Travel;
use matcher_core::{MatchRecord, NoMatchRecord, Stamp};
use serde::Serialize;

use super::ResultLine;

const HEADER: [&str; 23] = [
    "profile",
    "offer",
    "rank",
    "score",
    "fit",
    "wish",
    "band",
    "confidence",
    "minutes",
    "mode",
    "km",
    "place",
    "approximate",
    "unverified",
    "no_match",
    "engine",
    "scoring",
    "taxonomy",
    "taxonomy_fingerprint",
    "settings",
    "commute",
    "fingerprint",
    "as_of",
];

/// The names of the columns of a table of results. Scores are in points with four decimals, lists are split at `|`.
pub(crate) fn header(explain: bool) -> Vec<String> {
    let last = explain.then_some("explanation");
    HEADER.into_iter().chain(last).map(str::to_owned).collect()
}

/// One row.
pub(super) fn row(result: &ResultLine, explain: bool) -> Vec<String> {
    match result {
        ResultLine::Match(record) => of_match(record, explain),
        ResultLine::NoMatch(record) => of_no_match(record, explain),
    }
}

fn of_match(record: &MatchRecord, explain: bool) -> Vec<String> {
    let points = |score: matcher_core::units::Score| format!("{score:.4}");
    let [minutes, mode, km, place, approximate] = match &record.travel {
        Some(Travel::Known { minutes, mode, metres, place, approximate }) => {
            let minutes = format!("{}.{}", minutes.tenths() / 10, minutes.tenths() % 10);
            [minutes, word(mode), metres.to_string(), place.clone(), approximate.to_string()]
        }
        Some(Travel::Remote) => [String::new(), "remote".to_owned(), String::new(), String::new(), String::new()],
        None => Default::default(),
    };
    let unverified: Vec<&str> = record.unverified.iter().map(|filter| filter.name()).collect();
    let mut row = vec![
        record.profile.clone(),
        record.offer.clone(),
        record.rank.to_string(),
        points(record.score),
        points(record.fit),
        points(record.wish),
        word(&record.band),
        word(&record.confidence),
        minutes,
        mode,
        km,
        place,
        approximate,
        unverified.join("|"),
        String::new(),
    ];
    row.extend(of_stamp(&record.stamp));
    if explain {
        row.push(record.explanation.as_ref().map_or_else(String::new, word));
    }
    row
}

fn of_no_match(record: &NoMatchRecord, explain: bool) -> Vec<String> {
    let mut row = vec![String::new(); 15];
    row[0].clone_from(&record.profile);
    row[14] = word(&record.reason);
    row.extend(of_stamp(&record.stamp));
    if explain {
        row.push(String::new());
    }
    row
}

fn of_stamp(stamp: &Stamp) -> [String; 8] {
    [
        stamp.engine.clone(),
        stamp.scoring.to_string(),
        stamp.taxonomy.clone(),
        stamp.taxonomy_fingerprint.to_string(),
        stamp.settings.to_string(),
        stamp.commute.to_string(),
        stamp.fingerprint.to_string(),
        stamp.as_of.map_or_else(String::new, |day| day.to_string()),
    ]
}

/// A value as it stands in JSON, without the quotes of a text.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(value) => value.to_string(),
        Err(_) => String::new(),
    }
}
