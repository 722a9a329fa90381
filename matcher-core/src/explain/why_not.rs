use serde::{Deserialize, Serialize};

use super::Line;
use super::names::Names;
use crate::change::Change;
use crate::commute::ReachScratch;
use crate::criteria::commute::Way;
use crate::criteria::{self, Case, Filter, Verdict};
use crate::model::Ask;
use crate::prepare::{AskedLevel, Person, missing_licences};
use crate::rank::{Lens, OfferIndex};
use crate::score::Touched;
use crate::units::{Cents, Day, Minutes};

/// Why an offer is not shown to a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhyNot {
    /// The profile's id.
    pub profile: String,
    /// The offer's identity.
    pub offer: String,
    /// The offer's title.
    pub title: String,
    /// Every limit that the offer breaks, in the order in which they are applied; empty for an offer that is shown.
    pub refusals: Vec<Refusal>,
    /// The changes that together bring the offer in, each as small as it can be; empty where no change of the person's
    /// wishes does (an offer past its date, a diploma that is a must).
    pub relaxation: Vec<Change>,
    /// Names the concepts when it is displayed.
    #[serde(skip)]
    pub(crate) names: Names,
}

/// One limit that an offer breaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    /// Which limit.
    pub filter: String,
    /// By how much, and what would do.
    pub line: Line,
}

pub(crate) fn why_not(index: &OfferIndex, person: &Person, row: usize, as_of: Option<Day>) -> WhyNot {
    let refusals = all_refusals(index, person, row, as_of);
    let relaxation = relaxation(index, person, row, as_of).unwrap_or_default();
    WhyNot {
        profile: person.id().to_owned(),
        offer: index.0.offers.ids[row].to_string(),
        title: index.0.offers.raw[row].title.clone(),
        refusals,
        relaxation,
        names: Names::of(index.engine().taxonomy()),
    }
}

/// The changes that bring the offer in, one limit after the other, each asked of the engine again: lifting one may show
/// that another is broken too. `None` where a limit cannot be lifted by the person.
fn relaxation(index: &OfferIndex, person: &Person, row: usize, as_of: Option<Day>) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    let mut person = person.clone();
    while let Some(refusal) = all_refusals(index, &person, row, as_of).into_iter().next() {
        let change = refusal.line.change?;
        person = person.changed(&index.engine().0, &change.apply(person.profile())).ok()?;
        if changes.last() == Some(&change) {
            return None;
        }
        changes.push(change);
    }
    Some(changes)
}

/// Every limit that the offer breaks, with the way to it where that is too long.
fn all_refusals(index: &OfferIndex, person: &Person, row: usize, as_of: Option<Day>) -> Vec<Refusal> {
    let mut all = index.with_case(person, as_of, row, refusals);
    for refusal in all.iter_mut().filter(|refusal| refusal.line.key == "refused.far-area") {
        refusal.line = far(index, person, row, as_of);
    }
    all
}

/// Every limit that the offer breaks.
pub(super) fn refusals(case: &Case<'_>) -> Vec<Refusal> {
    let failed = Filter::ALL.into_iter().filter(|filter| filter.verdict(case) == Verdict::Fail);
    let mut all: Vec<Refusal> =
        failed.map(|filter| Refusal { filter: filter.name().to_owned(), line: line(case, filter) }).collect();
    for criterion in &case.engine.host {
        if criterion.verdict(&criteria::pair(case)) == Verdict::Fail {
            let line = Line::new("refused.host").word("criterion", format!("criterion.{}", criterion.id()));
            all.push(Refusal { filter: criterion.id().to_owned(), line });
        }
    }
    all
}

/// By how much one limit is broken, with the smallest change that would do; without one where the offer does not say
/// enough or the person cannot change it.
pub(super) fn line(case: &Case<'_>, filter: Filter) -> Line {
    let (offers, i, person) = (case.offers, case.offer, case.person);
    let bare = || Line::new("refused.unknown").word("filter", format!("filter.{}", filter.name()));
    match filter {
        Filter::Dates => {
            let (from, through) = offers.valid[i];
            let day = Day::from_number;
            match case.as_of {
                Some(today) if today.number() < from => Line::new("refused.not-yet").day("day", day(from)),
                _ => Line::new("refused.past").day("day", day(through)),
            }
        }
        Filter::Contract => offers.contract[i].map_or_else(bare, |kind| {
            let line = Line::new("refused.contract").word("contract", format!("contract.{}", kind.name()));
            line.meeting(Change::Contract { contract: kind })
        }),
        Filter::Pay => match (offers.pay[i], criteria::pay::floor(case)) {
            (Some((_, high)), Some(floor)) => Line::new("refused.pay")
                .euro("pay", high)
                .euro("floor", floor)
                .meeting(Change::PayFloor { euro: Cents(high.0) }),
            _ => bare(),
        },
        Filter::DaysOnSite => match (offers.on_site_days[i], person.raw.commute.days_on_site) {
            (Some(asked), Some(most)) => Line::new("refused.days-on-site")
                .number("asked", asked)
                .number("most", most)
                .meeting(Change::DaysOnSite { days: asked }),
            _ => bare(),
        },
        Filter::Countries => {
            let countries = offers.places.row(i).iter().filter_map(|&site| offers.sites.country(site));
            countries.min().map_or_else(bare, |country| {
                Line::new("refused.country").country("country", country).meeting(Change::Country { country })
            })
        }
        Filter::Commute => match criteria::commute::way(case) {
            Way::Unknown => bare(),
            _ => Line::new("refused.far-area")
                .number("most", person.raw.commute.minutes.unwrap_or(Minutes::MAX).rounded()),
        },
        Filter::Languages => language(case).unwrap_or_else(bare),
        Filter::Education => match (offers.education[i], &person.raw.education) {
            (AskedLevel::At { eqf, .. }, Some(own)) => Line::new("refused.education")
                .education("asked", eqf)
                .education("own", own.eqf)
                .meeting(Change::Education { eqf }),
            _ => bare(),
        },
        Filter::Licences => match (&offers.licences[i], &person.licences) {
            (Ask::Known(asked), Some(had)) => missing_licences(asked, had).next().map_or_else(bare, |licence| {
                Line::new("refused.licence")
                    .text("licence", licence.as_str())
                    .meeting(Change::Licence { licence: licence.clone() })
            }),
            _ => bare(),
        },
        Filter::Skills => match criteria::skills::missing_must(case) {
            Some(skill) => {
                let id = case.engine.taxonomy.0.skills.id(skill);
                Line::new("refused.skill")
                    .skill("skill", id)
                    .meeting(Change::Skill { skill: id.to_owned(), level: None })
            }
            None => Line::new("refused.coverage")
                .percent("coverage", criteria::skills::coverage(case))
                .percent("least", case.engine.settings.filters.min_coverage),
        },
        Filter::Exclusions => criteria::exclusions::hit(case).map_or_else(bare, |excluded| {
            let number = excluded.number;
            Line::new("refused.excluded")
                .number("number", number as i64 + 1)
                .meeting(Change::WithoutExclusion { number })
        }),
    }
}

/// The first language that is a must and is missing.
fn language(case: &Case<'_>) -> Option<Line> {
    let asked = case.offers.languages.row(case.offer).iter().filter(|asked| asked.must);
    asked
        .filter_map(|asked| {
            let level = asked.level?;
            let claims = case.person.raw.languages.iter().flatten();
            let own = claims.filter(|claim| claim.language == asked.language).filter_map(|claim| claim.level).max();
            if own.is_some_and(|own| own >= level) {
                return None;
            }
            let line =
                Line::new("refused.language").language("language", asked.language).text("asked", level.to_string());
            let line = own.map_or(line.clone(), |own| line.text("own", own.to_string()));
            Some(line.meeting(Change::Language { language: asked.language, level }))
        })
        .next()
}

/// The way to an offer that lies beyond the limit.
fn far(index: &OfferIndex, person: &Person, row: usize, as_of: Option<Day>) -> Line {
    let (mut reach, mut touched) = (ReachScratch::default(), Touched::default());
    let (engine, offers) = (&*index.0.engine.0, &index.0.offers);
    let lens = Lens::within(Minutes::MAX, engine, offers, &person.0, as_of, &mut reach, &mut touched);
    let most = person.limit().unwrap_or(Minutes::MAX);
    match criteria::commute::way(&lens.case(row)) {
        Way::Known { minutes, mode, metres, site } => {
            // Whole minutes, rounded up, so that the number shown is one that does.
            let enough = Minutes::from_tenths(u32::from(minutes.tenths()).div_ceil(10) * 10);
            Line::new("refused.far")
                .number("minutes", enough.rounded())
                .number("most", most.rounded())
                .mode("mode", mode)
                .km("km", metres)
                .text("place", offers.sites.label(site))
                .meeting(Change::Minutes { minutes: enough })
        }
        _ => Line::new("refused.far-area").number("most", most.rounded()),
    }
}
