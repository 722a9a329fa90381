use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Case, Pair, Verdict, commute, conditions, dates, education, exclusions, languages, licences, pay, skills};
use crate::engine::Parts;
use crate::prepare::{Columns, Inner};
use crate::settings::{Filters, Guard};
use crate::units::{Day, Ratio};

/// A limit that may leave an offer out, in the order in which they are applied: the cheap ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Filter {
    /// The offer's first and last day.
    Dates,
    /// Kinds of contract accepted.
    Contract,
    /// The least pay accepted.
    Pay,
    /// The most days at the workplace.
    DaysOnSite,
    /// Countries accepted.
    Countries,
    /// The longest way to work.
    Commute,
    /// Languages that are a must.
    Languages,
    /// Education that is a must.
    Education,
    /// Licences asked.
    Licences,
    /// Skills that are a must, and the least coverage of those listed.
    Skills,
    /// What the person excludes.
    Exclusions,
}

impl Filter {
    /// All, in the order in which they are applied.
    pub const ALL: [Filter; 11] = [
        Filter::Dates,
        Filter::Contract,
        Filter::Pay,
        Filter::DaysOnSite,
        Filter::Countries,
        Filter::Commute,
        Filter::Languages,
        Filter::Education,
        Filter::Licences,
        Filter::Skills,
        Filter::Exclusions,
    ];

    /// The name used in files and results: `days-on-site`.
    pub const fn name(self) -> &'static str {
        match self {
            Filter::Dates => "dates",
            Filter::Contract => "contract",
            Filter::Pay => "pay",
            Filter::DaysOnSite => "days-on-site",
            Filter::Countries => "countries",
            Filter::Commute => "commute",
            Filter::Languages => "languages",
            Filter::Education => "education",
            Filter::Licences => "licences",
            Filter::Skills => "skills",
            Filter::Exclusions => "exclusions",
        }
    }

    pub(crate) const fn guard(self, filters: &Filters) -> Guard {
        match self {
            Filter::Dates => filters.dates,
            Filter::Contract => filters.contract,
            Filter::Pay => filters.pay,
            Filter::DaysOnSite => filters.days_on_site,
            Filter::Countries => filters.countries,
            Filter::Commute => filters.commute,
            Filter::Languages => filters.languages,
            Filter::Education => filters.education,
            Filter::Licences => filters.licences,
            Filter::Skills => filters.skills,
            Filter::Exclusions => filters.exclusions,
        }
    }

    fn judge(self, case: &Case<'_>) -> Verdict {
        match self {
            Filter::Dates => dates::verdict(case),
            Filter::Contract => conditions::verdict(case),
            Filter::Pay => pay::verdict(case),
            Filter::DaysOnSite => commute::days_verdict(case),
            Filter::Countries => commute::countries_verdict(case),
            Filter::Commute => commute::verdict(case),
            Filter::Languages => languages::verdict(case),
            Filter::Education => education::verdict(case),
            Filter::Licences => licences::verdict(case),
            Filter::Skills => skills::verdict(case),
            Filter::Exclusions => exclusions::verdict(case),
        }
    }

    /// The verdict as the settings want it applied.
    pub(crate) fn verdict(self, case: &Case<'_>) -> Verdict {
        match self.guard(&case.engine.settings.filters) {
            Guard::Off => Verdict::Pass,
            Guard::On => self.judge(case),
            Guard::RejectUnknown => match self.judge(case) {
                Verdict::Unverified => Verdict::Fail,
                verdict => verdict,
            },
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The filters that can leave out any offer at all for one person, in their order: those that are on and of which she asks
/// something. The others pass whatever the offer, and are not looked at again for each of them.
#[derive(Clone, Copy)]
pub(crate) struct Active {
    filters: [Filter; Filter::ALL.len()],
    len: usize,
}

impl Active {
    pub(crate) fn of(engine: &Parts, offers: &Columns, person: &Inner, as_of: Option<Day>) -> Active {
        let mut active = Active { filters: Filter::ALL, len: 0 };
        let settings = &engine.settings.filters;
        let asks = |filter: Filter| match filter {
            Filter::Dates => as_of.is_some(),
            Filter::Contract => !person.raw.contracts.is_empty(),
            Filter::Pay => person.raw.pay.is_some(),
            Filter::DaysOnSite => person.raw.commute.days_on_site.is_some(),
            Filter::Countries => !person.raw.commute.countries.is_empty(),
            Filter::Commute => person.raw.commute.minutes.is_some(),
            Filter::Skills => offers.any_must || settings.min_coverage > Ratio::ZERO,
            Filter::Exclusions => !person.exclusions.is_empty(),
            Filter::Languages | Filter::Education | Filter::Licences => true,
        };
        for filter in Filter::ALL {
            if filter.guard(settings) != Guard::Off && asks(filter) {
                active.filters[active.len] = filter;
                active.len += 1;
            }
        }
        active
    }

    /// Whether the filter can leave out any offer.
    pub(crate) fn has(&self, filter: Filter) -> bool {
        self.filters().contains(&filter)
    }

    fn filters(&self) -> &[Filter] {
        &self.filters[..self.len]
    }
}

/// Whether no filter, built-in or the host's, leaves the offer out.
pub(crate) fn passes(case: &Case<'_>) -> bool {
    case.active.filters().iter().all(|filter| filter.verdict(case) != Verdict::Fail)
        && case.engine.host.iter().all(|criterion| criterion.verdict(&pair(case)) != Verdict::Fail)
}

/// Whether a limit may keep offers out that no attribute of theirs alone decides about.
pub(crate) fn is_slow(engine: &Parts, active: &Active) -> bool {
    !engine.host.is_empty() || active.has(Filter::Skills) || active.has(Filter::Exclusions)
}

/// Whether none of these limits leaves the offer out.
pub(crate) fn passes_slowly(case: &Case<'_>) -> bool {
    let fails = |filter: Filter| case.active.has(filter) && filter.verdict(case) == Verdict::Fail;
    !fails(Filter::Skills)
        && !fails(Filter::Exclusions)
        && case.engine.host.iter().all(|criterion| criterion.verdict(&pair(case)) != Verdict::Fail)
}

/// What a host's criterion sees of a case.
pub(crate) fn pair<'a>(case: &Case<'a>) -> Pair<'a> {
    Pair { profile: &case.person.raw, offer: &case.offers.raw[case.offer], as_of: case.as_of }
}
