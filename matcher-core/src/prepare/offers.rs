use std::collections::BTreeMap;

use super::advert::{Advert, Phrase};
use super::demands::Demand;
use super::person::in_euro;
use super::text::Told;
use super::understood::{Understood, Workplace};
use super::{Forms, Meaning};
use crate::commute::{SiteId, Sites};
use crate::engine::Parts;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, Language, Offer};
use crate::place::Gazetteer;
use crate::taxonomy::Csr;
use crate::text;
use crate::units::{Cefr, Cents, Day, Eqf, HoursRange, Years};

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
    pub(crate) forms: Forms,
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
        let order = identities(offers, issues);
        let understood = order.into_iter().map(|(identity, i)| Understood::of(engine, identity, &offers[i], issues));
        Columns::of(engine, understood)
    }

    /// Columns of offers that were understood, by this engine's taxonomy and places, rising by identity.
    pub(crate) fn of(engine: &Parts, understood: impl Iterator<Item = Understood>) -> Columns {
        let mut columns = Building::new(engine);
        understood.for_each(|row| columns.push(engine, row));
        columns.finish()
    }

    fn empty(gazetteer: Gazetteer) -> Columns {
        Columns {
            ids: Vec::new(),
            raw: Vec::new(),
            sites: Sites::new(gazetteer),
            valid: Vec::new(),
            contract: Vec::new(),
            pay: Vec::new(),
            on_site_days: Vec::new(),
            hours: Vec::new(),
            start: Vec::new(),
            places: Csr::default(),
            place_missing: Vec::new(),
            occupation: Vec::new(),
            forms: Forms::default(),
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
        }
    }

    /// Only what titles and occupations of these rows mean, and whether there is a text: small enough to be read for each
    /// search. No title has a form, no text a word that means something, and nothing else may be asked.
    pub(crate) fn meanings_of(&self, rows: &[u32]) -> Columns {
        let rows = || rows.iter().map(|&row| row as usize);
        let text = |row: usize| (!self.text_words.row(row).is_empty()).then_some(u32::MAX);
        Columns {
            occupation: rows().map(|row| self.occupation[row]).collect(),
            meanings: rows().map(|row| self.meanings[row]).collect(),
            title_forms: Csr::from_rows(rows().map(|_| [])),
            title_words: Csr::from_rows(rows().map(|row| self.title_words.row(row).iter().copied())),
            text_words: Csr::from_rows(rows().map(text)),
            experience: vec![Ask::NotAsked; rows().len()],
            ..Columns::empty(Gazetteer::empty())
        }
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
        let columns = Columns::empty(engine.gazetteer.clone());
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
        let forms = Forms::new(self.title_forms.iter().flatten().cloned().collect());
        let numbers =
            |title: &Vec<Box<str>>| -> Vec<u32> { title.iter().filter_map(|form| forms.find(form)).collect() };
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

    /// What follows from what was understood and the settings.
    fn push(&mut self, engine: &Parts, row: Understood) {
        let columns = &mut self.columns;
        let site = |place: &Workplace| columns.sites.add(place.site, place.country, &place.label);
        self.places.push(row.places.iter().map(site).collect());
        self.title_forms.push(row.title_forms);
        self.adverts.push(row.advert);
        self.languages.push(row.languages);
        self.demands.push(row.asks.weighed(engine, row.occupation));
        let offer = row.offer;
        let any = |day: Option<Day>, else_: i32| day.map_or(else_, Day::number);
        columns.valid.push((any(offer.valid_from, i32::MIN), any(offer.valid_through, i32::MAX)));
        columns.contract.push(row.contract);
        columns.pay.push(pay(engine, &offer));
        columns.on_site_days.push(row.on_site_days);
        columns.hours.push(offer.hours);
        columns.start.push(offer.start);
        columns.place_missing.push(row.place_missing);
        columns.occupation.push(row.occupation);
        columns.meanings.push(row.meaning);
        columns.experience.push(offer.experience.clone());
        columns.education.push(match &offer.education {
            Ask::NotAsked => AskedLevel::Nothing,
            Ask::Unknown => AskedLevel::Unknown,
            Ask::Known(need) => AskedLevel::At { eqf: need.eqf, must: need.must },
        });
        columns.languages_unknown.push(row.languages_unknown);
        columns.licences.push(row.licences);
        columns.told.push(row.told);
        columns.employer.push(offer.employer.as_deref().map(|name| text::fold(name).into_boxed_str()));
        columns.raw.push(offer);
        columns.ids.push(row.identity.into_boxed_str());
    }
}

fn pay(engine: &Parts, offer: &Offer) -> Option<(Cents, Cents)> {
    let pay = offer.pay.as_ref()?;
    let hours = offer.hours.map_or(engine.settings.full_time_hours, |hours| hours.max);
    let (low, high) = pay.per_month(hours)?;
    let rate = engine.settings.rate(pay.currency)?;
    Some((in_euro(low, rate), in_euro(high, rate)))
}

/// The usable records by their identities, rising.
pub(super) fn identities(offers: &[Offer], issues: &mut Vec<Issue>) -> BTreeMap<String, usize> {
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
    order
}
