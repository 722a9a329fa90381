//! What an offer's title and text say beside its fields: what they fill, what they correct and what they contradict.

use super::AskedLanguage;
use crate::engine::Parts;
use crate::issue::{Issue, Severity};
use crate::model::{ContractKind, Language, Offer, PayPeriod, PlaceRef};
use crate::place::Resolved;
use crate::reading::{self, Conditions};
use crate::units::{Metres, Point};

/// What was read in one offer's words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Told {
    /// The kind of contract that counts comes from the title or the text.
    pub(crate) contract_read: bool,
    /// Another kind that the text states, where the field's counts.
    pub(crate) contract_beside: Option<ContractKind>,
    /// Conditions of work; `None` where there is no text to state them.
    pub(crate) conditions: Option<Conditions>,
    /// Another town that the text names as the place of work.
    pub(crate) town: Option<Box<str>>,
    /// Another number of days from home than the field's.
    pub(crate) remote_days: Option<u8>,
    /// Another period of pay than the field's.
    pub(crate) pay_period: Option<PayPeriod>,
}

/// A town that the text names is another place of work where it lies further than this from every place given (judgement:
/// beyond the next towns of one agglomeration).
const ELSEWHERE: Metres = Metres(30_000);

impl Told {
    /// Reads an offer's words; every contradiction is an issue.
    pub(super) fn of(engine: &Parts, offer: &Offer, points: &[Point], issues: &mut Vec<Issue>) -> Told {
        let text = offer.text.as_deref().unwrap_or_default();
        let whole = format!("{}\n{text}", offer.title);
        let conditions = Some(reading::conditions(&whole)).filter(|found| offer.text.is_some() || !found.is_empty());
        let town = other_town(engine, text, points);
        if let Some(town) = &town {
            let cause = format!("the text names {town} as the place of work, far from the place given");
            issues.push(contradiction("text.place", "/places", cause, "The place given counts."));
        }
        Told {
            conditions,
            town: town.map(String::into_boxed_str),
            remote_days: other_days(offer, text, issues),
            pay_period: other_period(offer, text, issues),
            ..Told::default()
        }
    }

    /// The kind of contract that counts. A title's word is sure, and so is a text that states school and work, an internship
    /// or agency work where the field says less: job boards type these as permanent. Any other contradiction leaves the
    /// field's.
    pub(super) fn contract(&mut self, offer: &Offer, issues: &mut Vec<Issue>) -> Option<ContractKind> {
        use ContractKind::{Apprenticeship, FixedTerm, Internship, Permanent, Temporary};
        let in_title = reading::contract_in_title(&offer.title);
        let in_text = || offer.text.as_deref().and_then(reading::contract_in_text);
        let Some(read) = in_title.or_else(in_text) else { return offer.contract };
        let Some(field) = offer.contract else {
            self.contract_read = true;
            return Some(read);
        };
        let narrower = matches!(read, Internship | Apprenticeship | Temporary);
        // An apprenticeship, an internship and seasonal work have an end or a trainee in them anyhow.
        let same = read == field
            || matches!(field, Apprenticeship | Internship)
            || (field == ContractKind::Seasonal && read == FixedTerm);
        if in_title.is_none() && same || read == field {
            return Some(field);
        }
        let corrected = in_title.is_some() || (narrower && matches!(field, Permanent | FixedTerm | Temporary));
        let place = if in_title.is_some() { "title" } else { "text" };
        let cause = format!("the {place} says {}, the field {}", read.name(), field.name());
        let action = if corrected { "The words were believed." } else { "The field was believed." };
        issues.push(contradiction("text.contract", "/contract", cause, action));
        self.contract_read = corrected;
        self.contract_beside = (!corrected).then_some(read);
        Some(if corrected { read } else { field })
    }
}

fn contradiction(code: &'static str, pointer: &str, cause: String, action: &str) -> Issue {
    Issue::new(code, Severity::Note, cause).at(pointer).action(format!("{action} Correct the one that is wrong."))
}

/// The first town that the text names as the place of work, where all that it names are far from every place given.
fn other_town(engine: &Parts, text: &str, points: &[Point]) -> Option<String> {
    if points.is_empty() {
        return None;
    }
    let mut other = None;
    for name in reading::workplace(text) {
        let Resolved::Point { at, label, note: None, .. } = engine.gazetteer.resolve(&PlaceRef::named(name)) else {
            continue;
        };
        if points.iter().any(|&point| point.distance(at) <= ELSEWHERE) {
            return None;
        }
        other.get_or_insert(label);
    }
    other
}

fn other_days(offer: &Offer, text: &str, issues: &mut Vec<Issue>) -> Option<u8> {
    let (field, remote) = (offer.on_site_days?, reading::remote_days(text)?);
    let stated = WEEK - remote;
    if field.min(WEEK) == stated {
        return None;
    }
    let cause = format!("the text allows {remote} days a week from home, the field asks {field} on site");
    issues.push(contradiction("text.on-site-days", "/on_site_days", cause, "The field counts."));
    Some(remote)
}

/// Working days of a week.
const WEEK: u8 = 5;

/// Days at the workplace: the field's, else what the text leaves of a week. All of the week from home is believed from a field
/// only: texts say so of what is possible, too.
pub(super) fn on_site_days(offer: &Offer, issues: &mut Vec<Issue>) -> Option<u8> {
    if offer.on_site_days.is_some() {
        return offer.on_site_days;
    }
    let remote = reading::remote_days(offer.text.as_deref()?).filter(|remote| (1..WEEK).contains(remote))?;
    let cause = format!("the text allows {remote} days a week from home: {} on site", WEEK - remote);
    issues.push(Issue::new("text.on-site-days-read", Severity::Note, cause).at("/text"));
    Some(WEEK - remote)
}

fn other_period(offer: &Offer, text: &str, issues: &mut Vec<Issue>) -> Option<PayPeriod> {
    let field = offer.pay.as_ref()?.period;
    let read = reading::pay_period(text).filter(|&read| read != field)?;
    let cause = format!("the text states pay by the {}, the field by the {}", read.name(), field.name());
    issues.push(contradiction("text.pay-period", "/pay/period", cause, "The field counts."));
    Some(read)
}

/// The languages asked in fields, with what the text adds: the level where a field names none, and languages that no field
/// names. A level that the text states is a must, as offers mean it; only what the text says of its own language, which
/// who reads it speaks, is not.
pub(super) fn languages(offer: &Offer, fields: Vec<AskedLanguage>) -> Vec<AskedLanguage> {
    let Some(text) = offer.text.as_deref() else { return fields };
    let own = reading::language_of(text).filter(|&language| language != Language::EN);
    let mut all = fields;
    for read in reading::languages(text) {
        let must = read.level.is_some() && own != Some(read.language);
        match all.iter_mut().find(|asked| asked.language == read.language) {
            Some(asked) if asked.level.is_none() && read.level.is_some() => {
                *asked = AskedLanguage { level: read.level, must: asked.must || must, spotted: true, ..*asked };
            }
            Some(_) => {}
            None => all.push(AskedLanguage { language: read.language, level: read.level, must, spotted: true }),
        }
    }
    all.sort_by_key(|asked| asked.language);
    all
}
