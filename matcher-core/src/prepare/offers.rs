use std::collections::BTreeMap;

use super::advert::{Advert, Phrase};
use super::demands::{self, Demand};
use super::person::{in_euro, no_rate, title_forms};
use super::text::{self as words, Told};
use super::{Meaning, licences, occupations};
use crate::commute::{Site, SiteId, Sites};
use crate::engine::Parts;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, Language, Offer};
use crate::place::Resolved;
use crate::taxonomy::Csr;
use crate::units::{Cefr, Cents, Day, Eqf, HoursRange, Point, Years};
use crate::{reading, text};

/// Offers, prepared, as a structure of arrays: what a scan reads first lies together. Row `i` of every array is offer `i`,
/// and offers are numbered in the byte order of their identities, so that "by number" and "by id" are the same order.
pub(crate) struct Columns {
    pub(crate) ids: Vec<Box<str>>,
    /// The offers without their texts, for what is shown and for a host's own criteria.
    pub(crate) raw: Vec<Offer>,
    pub(crate) sites: Sites,
    /// First and last day of validity; the widest possible where unknown.
    pub(crate) valid: Vec<(i32, i32)>,
    pub(crate) contract: Vec<Option<ContractKind>>,
    /// Euro cents a month, from–to.
    pub(crate) pay: Vec<Option<(Cents, Cents)>>,
    pub(crate) on_site_days: Vec<Option<u8>>,
    pub(crate) hours: Vec<Option<HoursRange>>,
    pub(crate) start: Vec<Option<Day>>,
    /// The places of work that were understood.
    pub(crate) places: Csr<SiteId>,
    /// A place was given that was not understood.
    pub(crate) place_missing: Vec<bool>,
    pub(crate) occupation: Vec<Option<u32>>,
    /// Every form of every title, once, sorted.
    pub(crate) forms: Vec<Box<str>>,
    /// The forms of each title, as numbers in `forms`.
    pub(crate) title_forms: Csr<u32>,
    /// What each title means.
    pub(crate) meanings: Vec<Meaning>,
    /// The words of each title and those that only the text has, as numbers.
    pub(crate) title_words: Csr<u32>,
    pub(crate) text_words: Csr<u32>,
    /// What each text says is done and asked.
    pub(crate) phrases: Csr<Phrase>,
    pub(crate) experience: Vec<Ask<Years>>,
    pub(crate) education: Vec<AskedLevel>,
    pub(crate) languages: Csr<AskedLanguage>,
    /// Languages are asked, but which is unknown.
    pub(crate) languages_unknown: Vec<bool>,
    pub(crate) licences: Vec<Ask<Vec<String>>>,
    pub(crate) demands: Csr<Demand>,
    /// Any offer marks any skill as a must.
    pub(crate) any_must: bool,
    /// What the title and the text say beside the fields.
    pub(crate) told: Vec<Told>,
    /// Folded employer.
    pub(crate) employer: Vec<Option<Box<str>>>,
}

/// Education asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AskedLevel {
    Nothing,
    Unknown,
    At { eqf: Eqf, must: bool },
}

/// One language asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AskedLanguage {
    pub(crate) language: Language,
    pub(crate) level: Option<Cefr>,
    pub(crate) must: bool,
    /// Read in the text, or its level was.
    pub(crate) spotted: bool,
}

impl Columns {
    /// Prepares offers; a record that cannot be used is left out beside an issue of severity
    /// [`Severity::Rejected`].
    pub(crate) fn prepare(engine: &Parts, offers: &[Offer], issues: &mut Vec<Issue>) -> Columns {
        let mut order: BTreeMap<String, usize> = BTreeMap::new();
        for (i, offer) in offers.iter().enumerate() {
            if offer.id.is_empty() {
                let cause = format!("offer {} of the input has no id", i + 1);
                issues.push(Issue::new("offer.no-id", Severity::Rejected, cause).at("/id").action("Give it one."));
                continue;
            }
            let identity = offer.identity();
            if let Some(first) = order.get(&identity) {
                let cause = format!("offers {} and {} of the input are both {identity}", first + 1, i + 1);
                let issue = Issue::new("offer.twice", Severity::Rejected, cause).of(identity).at("/id");
                issues.push(issue.action("The first was kept. Give each offer of a source an id of its own."));
                continue;
            }
            order.insert(identity, i);
        }
        let mut columns = Building::new(engine);
        for (identity, i) in order {
            columns.push(engine, identity, &offers[i], issues);
        }
        columns.finish()
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.ids.binary_search_by(|known| (**known).cmp(id)).ok()
    }
}

/// Columns while they grow: rows of different lengths are not yet flat.
struct Building {
    columns: Columns,
    places: Vec<Vec<SiteId>>,
    title_forms: Vec<Vec<Box<str>>>,
    adverts: Vec<Advert>,
    languages: Vec<Vec<AskedLanguage>>,
    demands: Vec<Vec<Demand>>,
}

impl Building {
    fn new(engine: &Parts) -> Building {
        let columns = Columns {
            ids: Vec::new(),
            raw: Vec::new(),
            sites: Sites::new(engine.gazetteer.clone()),
            valid: Vec::new(),
            contract: Vec::new(),
            pay: Vec::new(),
            on_site_days: Vec::new(),
            hours: Vec::new(),
            start: Vec::new(),
            places: Csr::default(),
            place_missing: Vec::new(),
            occupation: Vec::new(),
            forms: Vec::new(),
            title_forms: Csr::default(),
            meanings: Vec::new(),
            title_words: Csr::default(),
            text_words: Csr::default(),
            phrases: Csr::default(),
            experience: Vec::new(),
            education: Vec::new(),
            languages: Csr::default(),
            languages_unknown: Vec::new(),
            licences: Vec::new(),
            demands: Csr::default(),
            any_must: false,
            told: Vec::new(),
            employer: Vec::new(),
        };
        Building {
            columns,
            places: Vec::new(),
            title_forms: Vec::new(),
            adverts: Vec::new(),
            languages: Vec::new(),
            demands: Vec::new(),
        }
    }

    fn finish(self) -> Columns {
        let mut forms: Vec<Box<str>> = self.title_forms.iter().flatten().cloned().collect();
        forms.sort_unstable();
        forms.dedup();
        let numbers = |title: &Vec<Box<str>>| -> Vec<u32> {
            title.iter().filter_map(|form| forms.binary_search(form).ok()).map(|number| number as u32).collect()
        };
        let title_forms = Csr::from_rows(self.title_forms.iter().map(numbers));
        Columns {
            places: Csr::from_rows(self.places),
            title_forms,
            forms,
            title_words: Csr::from_rows(self.adverts.iter().map(|advert| advert.title_words.iter().copied())),
            text_words: Csr::from_rows(self.adverts.iter().map(|advert| advert.text_words.iter().copied())),
            phrases: Csr::from_rows(self.adverts.into_iter().map(|advert| advert.phrases)),
            any_must: self.demands.iter().flatten().any(|demand| demand.must),
            languages: Csr::from_rows(self.languages),
            demands: Csr::from_rows(self.demands),
            ..self.columns
        }
    }

    fn push(&mut self, engine: &Parts, identity: String, offer: &Offer, all_issues: &mut Vec<Issue>) {
        let mut issues = Vec::new();
        let title = Some(offer.title.as_str());
        let named = occupations::resolve(&engine.taxonomy, offer.occupation.as_deref(), title, "", &mut issues);
        let occupation = named.occupations.first().copied();
        if named.occupations.len() > 1 {
            issues.push(several_occupations(engine, &named.occupations, &offer.title));
        }
        self.demands.push(demands::of_offer(engine, offer, occupation, &mut issues));
        self.places.push(Vec::new());
        let mut missing = false;
        let (mut points, mut wide): (Vec<Point>, bool) = (Vec::new(), false);
        for (i, place) in offer.places.iter().enumerate() {
            let resolved = engine.gazetteer.resolve(place);
            issues.extend(resolved.issue().map(|issue| issue.at(format!("/places/{i}"))));
            let (site, country, label) = match resolved {
                Resolved::Point { at, label, country, .. } => {
                    points.push(at);
                    (Site::Point(at), country, label)
                }
                Resolved::Area { id, label, country } => {
                    wide = true;
                    (Site::Area(id), country, label)
                }
                Resolved::Ambiguous(_) | Resolved::NotFound { .. } => {
                    missing = true;
                    continue;
                }
            };
            let site = self.columns.sites.add(site, country, &label);
            if let Some(row) = self.places.last_mut() {
                row.push(site);
            }
        }
        let columns = &mut self.columns;
        columns.place_missing.push(missing || offer.places.is_empty());
        columns.occupation.push(occupation);
        self.title_forms.push(title_forms(&offer.title));
        columns.meanings.push(Meaning::of(&engine.taxonomy, &job(offer), occupation));
        self.adverts.push(Advert::of(&engine.taxonomy, &offer.title, offer.text.as_deref()));
        let any = |day: Option<Day>, else_: i32| day.map_or(else_, Day::number);
        let valid = (any(offer.valid_from, i32::MIN), any(offer.valid_through, i32::MAX));
        if valid.0 > valid.1 {
            let cause = "the offer ends before it begins";
            issues.push(Issue::new("offer.dates", Severity::Warning, cause).at("/valid_through"));
        }
        columns.valid.push(valid);
        let mut told = Told::of(engine, offer, if wide { &[] } else { &points }, &mut issues);
        columns.contract.push(told.contract(offer, &mut issues));
        columns.told.push(told);
        columns.pay.push(pay(engine, offer, &mut issues));
        if let Some(days) = offer.on_site_days.filter(|&days| days > 7) {
            let cause = format!("a week has no {days} days; 7 were taken");
            issues.push(Issue::new("days.too-many", Severity::Warning, cause).at("/on_site_days"));
        }
        columns.on_site_days.push(words::on_site_days(offer, &mut issues).map(|days| days.min(7)));
        columns.hours.push(offer.hours);
        columns.start.push(offer.start);
        columns.experience.push(offer.experience.clone());
        columns.education.push(match &offer.education {
            Ask::NotAsked => AskedLevel::Nothing,
            Ask::Unknown => AskedLevel::Unknown,
            Ask::Known(need) => AskedLevel::At { eqf: need.eqf, must: need.must },
        });
        let asked = words::languages(offer, languages(offer, &mut issues));
        columns.languages_unknown.push(offer.languages == Ask::Unknown && asked.is_empty());
        self.languages.push(asked);
        columns.licences.push(match &offer.licences {
            Ask::Known(list) => match licences::canonical_list(list) {
                none if none.is_empty() => Ask::NotAsked,
                list => Ask::Known(list),
            },
            Ask::Unknown => Ask::Unknown,
            Ask::NotAsked => Ask::NotAsked,
        });
        columns.employer.push(offer.employer.as_deref().map(|name| text::fold(name).into_boxed_str()));
        columns.raw.push(Offer { text: None, ..offer.clone() });
        all_issues.extend(issues.into_iter().map(|issue| issue.of(identity.clone())));
        columns.ids.push(identity.into_boxed_str());
    }
}

/// The title without what is no part of the job: its town and its employer among it.
fn job(offer: &Offer) -> String {
    let towns = offer.places.iter().filter_map(|place| place.name.as_deref());
    let names: Vec<&str> = towns.chain(offer.employer.as_deref()).collect();
    reading::title_without(&offer.title, &names)
}

/// A title that is the label of several occupations stands for the first of them.
fn several_occupations(engine: &Parts, occupations: &[u32], title: &str) -> Issue {
    let names = &engine.taxonomy.0.occupations;
    let ids: Vec<&str> = occupations.iter().map(|&occupation| names.id(occupation)).collect();
    let cause = format!("“{title}” is a label of {}; the first was taken", ids.join(", "));
    let issue = Issue::new("occupation.several", Severity::Note, cause).at("/title");
    issue.action("Name the occupation by its id.")
}

/// Every language asked once, with the highest level asked.
fn languages(offer: &Offer, issues: &mut Vec<Issue>) -> Vec<AskedLanguage> {
    let mut asked: BTreeMap<Language, AskedLanguage> = BTreeMap::new();
    for (i, need) in offer.languages.known().into_iter().flatten().enumerate() {
        let new = AskedLanguage { language: need.language, level: need.level, must: need.must, spotted: false };
        let Some(known) = asked.get_mut(&need.language) else {
            asked.insert(need.language, new);
            continue;
        };
        known.level = known.level.max(new.level);
        known.must |= new.must;
        let issue = Issue::new("language.merged", Severity::Note, format!("{} was already asked", need.language));
        issues.push(issue.at(format!("/languages/{i}")).action("Both were merged into one, with the higher level."));
    }
    asked.into_values().collect()
}

fn pay(engine: &Parts, offer: &Offer, issues: &mut Vec<Issue>) -> Option<(Cents, Cents)> {
    let pay = offer.pay.as_ref()?;
    let hours = offer.hours.map_or(engine.settings.full_time_hours, |hours| hours.max);
    let (low, high) = pay.per_month(hours)?;
    let Some(rate) = engine.settings.rate(pay.currency) else {
        issues.push(no_rate(pay.currency).at("/pay/currency"));
        return None;
    };
    Some((in_euro(low, rate), in_euro(high, rate)))
}
