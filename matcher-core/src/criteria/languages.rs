//! Does the person speak what is asked?

use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::model::Language;
use crate::prepare::AskedLanguage;
use crate::score::constants::CEFR_GAP;
use crate::units::{Cefr, Ratio};

/// What is known of one language. A claim keeps its worth beside any other one: who speaks it at an unknown level and also
/// names a low one has not become worse.
#[derive(Default)]
struct Own {
    /// Named without a level.
    at_unknown: bool,
    /// The highest level named.
    at: Option<Cefr>,
}

impl Own {
    fn is_named(&self) -> bool {
        self.at_unknown || self.at.is_some()
    }
}

fn own(case: &Case<'_>, language: Language) -> Own {
    let claims = case.person.raw.languages.iter().flatten().filter(|claim| claim.language == language);
    claims.fold(Own::default(), |own, claim| Own {
        at_unknown: own.at_unknown || claim.level.is_none(),
        at: own.at.max(claim.level),
    })
}

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let mut verdict = Verdict::Pass;
    for asked in case.offers.languages.row(case.offer).iter().filter(|asked| asked.must) {
        let own = own(case, asked.language);
        if own.at.is_some_and(|own| asked.level.is_none_or(|level| own >= level)) {
            continue;
        }
        if own.at_unknown || case.person.raw.languages.is_none() {
            verdict = Verdict::Unverified;
        } else {
            return Verdict::Fail;
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
    let own = own(case, asked.language);
    if !own.is_named() {
        let known = case.person.raw.languages.is_some();
        return if known { Deficit::Known(Ratio::ONE) } else { Deficit::Unknown(Ratio::ONE) };
    }
    let gap = match (own.at, asked.level) {
        (Some(own), None) if own >= Cefr::C1 => Some(Ratio::ZERO),
        (Some(own), Some(level)) => Some(gap_of(level, own)),
        _ => None,
    };
    // A level that is not said counts no more than the lowest one would.
    let worst = asked.level.map_or(Ratio::ONE, |level| gap_of(level, Cefr::A1));
    let neutral = neutral.min(worst);
    match gap {
        Some(gap) if gap <= neutral || !own.at_unknown => Deficit::Known(gap),
        _ => Deficit::Unknown(neutral),
    }
}

fn gap_of(asked: Cefr, own: Cefr) -> Ratio {
    Ratio::of(u64::from(asked.rank().saturating_sub(own.rank())), u64::from(CEFR_GAP))
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
            let line = if asked.spotted { line.word("origin", "origin.spotted") } else { line };
            match asked.level {
                Some(level) => line.text("asked", level.to_string()),
                None => line,
            }
        };
        let parts = of_one(case, asked).ratio().parts();
        let own = own(case, asked.language);
        match own.at {
            _ if parts == 0 => named("languages.met"),
            _ if !own.is_named() => named("languages.missing").meeting(change),
            Some(at) if !own.at_unknown => named("languages.below").text("own", at.to_string()).meeting(change),
            _ => named("languages.level-unknown").meeting(change),
        }
        .losing(u64::from(parts))
    };
    case.offers.languages.row(case.offer).iter().map(line).collect()
}
