use matcher_core::{NoMatch, NoMatchRecord, Severity};

use super::Words;
use crate::input::Told;
use crate::run::Side;

/// At most so many rejected records are named on the terminal; a file of rejects has them all.
const NAMED: usize = 10;

/// What was read of one kind of record: how many, how many of them rejected, and the issues by code.
pub(crate) fn counts(noun: &str, side: &Side) -> String {
    let mut out = format!("{noun}: {} read, {} rejected", side.read, side.rejected);
    for (severity, code, count) in side.by_code() {
        let severity = match severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Rejected => "REJECTED",
        };
        out.push_str(&format!("\n  {count:>6} × {code} ({severity})"));
    }
    out
}

/// The rejected records by name, up to some.
pub(crate) fn rejects<'a>(told: impl Iterator<Item = &'a Told>) -> String {
    let rejected: Vec<&Told> = told.filter(|told| told.is_rejected()).collect();
    let mut out: String = rejected.iter().take(NAMED).map(|told| format!("  {told}\n")).collect();
    if rejected.len() > NAMED {
        out.push_str(&format!("  … and {} more; --rejects F writes them all\n", rejected.len() - NAMED));
    }
    out
}

/// In how many records of how many each field was understood.
pub(crate) fn fields(side: &Side) -> String {
    let of = side.accepted();
    let share = |records: usize| (records * 1000 + of / 2).checked_div(of).unwrap_or(0);
    let field = |field: &str, records: usize| {
        let share = share(records);
        format!("\n  {records:>6} of {of} ({}.{} %) {field}", share / 10, share % 10)
    };
    side.understood.iter().map(|count| field(&count.field, count.records)).collect()
}

/// Why a person has no match, with what to ask next or what would open offers.
pub(crate) fn without_match(record: &NoMatchRecord, words: &Words<'_>) -> String {
    let mut out = String::new();
    match record.reason {
        NoMatch::NotEnoughInformation => {
            out.push_str(&words.ui("ui.questions"));
            for field in record.questions.iter().take(3) {
                out.push_str(&format!("\n  ? {}", words.phrases.question(field)));
            }
        }
        NoMatch::NothingWithinLimits | NoMatch::NothingGoodEnough => {
            out.push_str(&words.ui("ui.nothing-found"));
            for opening in record.relaxations.iter().take(3) {
                out.push_str(&format!("\n  → {}", words.opening(opening)));
            }
        }
    }
    out.push('\n');
    out
}
