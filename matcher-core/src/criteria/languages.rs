//! Does the person speak what is asked?

use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::model::Language;
use crate::prepare::AskedLanguage;
use crate::score::constants::CEFR_GAP;
use crate::units::{Cefr, Ratio};

/// What is known of one language: not named at all, named without a level, named with one.
enum Own {
    Unnamed,
    AtUnknown,
    At(Cefr),
}

fn own(case: &Case<'_>, language: Language) -> Own {
    let claims = case.person.raw.languages.iter().flatten().filter(|claim| claim.language == language);
    let mut best = Own::Unnamed;
    for claim in claims {
        best = match (best, claim.level) {
            (Own::At(known), level) => Own::At(level.map_or(known, |level| level.max(known))),
            (_, Some(level)) => Own::At(level),
            (_, None) => Own::AtUnknown,
        };
    }
    best
}

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let mut verdict = Verdict::Pass;
    for asked in case.offers.languages.row(case.offer).iter().filter(|asked| asked.must) {
        match (own(case, asked.language), asked.level) {
            (Own::At(own), Some(level)) if own < level => return Verdict::Fail,
            (Own::Unnamed, _) if case.person.raw.languages.is_some() => return Verdict::Fail,
            (Own::Unnamed | Own::AtUnknown, _) => verdict = Verdict::Unverified,
            (Own::At(_), _) => {}
        }
    }
    verdict
}

/// The mean over the languages asked of the gap in levels over [`CEFR_GAP`]. A language that the person does not name is a
/// full deficit, whether or not others are named: see [`Neutrals`](crate::settings::Neutrals). Where a level is unknown on
/// either side the neutral counts, but an advanced speaker is good enough for any level.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    let asked = case.offers.languages.row(case.offer);
    let neutral = case.engine.settings.neutrals.languages;
    if asked.is_empty() {
        return if case.offers.languages_unknown[case.offer] { Deficit::Unknown(neutral) } else { Deficit::NotAsked };
    }
    let sum: u32 = asked.iter().map(|asked| of_one(case, asked).ratio().parts()).sum();
    let known = asked.iter().all(|asked| matches!(of_one(case, asked), Deficit::Known(_)));
    let mean = Ratio::from_parts(sum / asked.len() as u32);
    if known { Deficit::Known(mean) } else { Deficit::Unknown(mean) }
}

fn of_one(case: &Case<'_>, asked: &AskedLanguage) -> Deficit {
    let neutral = case.engine.settings.neutrals.languages;
    match (own(case, asked.language), asked.level) {
        (Own::Unnamed, _) if case.person.raw.languages.is_none() => Deficit::Unknown(Ratio::ONE),
        (Own::Unnamed, _) => Deficit::Known(Ratio::ONE),
        (Own::At(own), None) if own >= Cefr::C1 => Deficit::Known(Ratio::ZERO),
        (Own::AtUnknown, _) | (Own::At(_), None) => Deficit::Unknown(neutral),
        (Own::At(own), Some(level)) => {
            Deficit::Known(Ratio::of(u64::from(level.rank().saturating_sub(own.rank())), u64::from(CEFR_GAP)))
        }
    }
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    if case.offers.languages_unknown[case.offer] {
        return vec![Line::new("languages.offer-unknown")];
    }
    let line = |asked: &AskedLanguage| {
        let wanted = asked.level.unwrap_or(Cefr::C1);
        let change = Change::Language { language: asked.language, level: wanted };
        let named = |key| {
            let line = Line::new(key).language("language", asked.language);
            match asked.level {
                Some(level) => line.text("asked", level.to_string()),
                None => line,
            }
        };
        let parts = of_one(case, asked).ratio().parts();
        match own(case, asked.language) {
            _ if parts == 0 => named("languages.met"),
            Own::Unnamed => named("languages.missing").meeting(change),
            Own::AtUnknown => named("languages.level-unknown").meeting(change),
            Own::At(own) => named("languages.below").text("own", own.to_string()).meeting(change),
        }
        .losing(u64::from(parts))
    };
    case.offers.languages.row(case.offer).iter().map(line).collect()
}
