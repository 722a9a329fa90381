use std::collections::BTreeMap;

use super::advert::Advert;
use super::demands::{self, Asks};
use super::offers::{AskedLanguage, identities};
use super::person::{no_rate, title_forms};
use super::text::{self as words, Told};
use super::{Meaning, licences, occupations};
use crate::commute::Site;
use crate::engine::Parts;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, Country, Language, Offer};
use crate::place::Resolved;
use crate::reading;
use crate::taxonomy::Taxonomy;
use crate::units::Point;

/// What was understood of one offer: all that takes its text, its words and the places, and nothing that the settings
/// decide. What a scan reads follows from it, whether it was understood just now or read from a packed catalogue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Understood {
    pub(crate) identity: String,
    /// Without its text.
    pub(crate) offer: Offer,
    pub(crate) occupation: Option<u32>,
    pub(crate) asks: Asks,
    pub(crate) places: Vec<Workplace>,
    /// A place was given that was not understood, or none was given.
    pub(crate) place_missing: bool,
    /// The title without what is no part of the job.
    pub(crate) job: String,
    pub(crate) title_forms: Vec<Box<str>>,
    pub(crate) meaning: Meaning,
    pub(crate) advert: Advert,
    pub(crate) contract: Option<ContractKind>,
    pub(crate) on_site_days: Option<u8>,
    pub(crate) languages: Vec<AskedLanguage>,
    /// Languages are asked, but which is unknown.
    pub(crate) languages_unknown: bool,
    /// Canonical.
    pub(crate) licences: Ask<Vec<String>>,
    pub(crate) told: Told,
}

/// A place of work.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Workplace {
    pub(crate) site: Site,
    pub(crate) country: Option<Country>,
    pub(crate) label: Box<str>,
}

impl Understood {
    /// All offers that can be used, rising by identity, with every issue found.
    pub(crate) fn all(engine: &Parts, offers: &[Offer], issues: &mut Vec<Issue>) -> Vec<Understood> {
        let order = identities(offers, issues);
        order.into_iter().map(|(identity, i)| Understood::of(engine, identity, &offers[i], issues)).collect()
    }

    pub(super) fn of(engine: &Parts, identity: String, offer: &Offer, all_issues: &mut Vec<Issue>) -> Understood {
        let mut issues = Vec::new();
        let title = Some(offer.title.as_str());
        let named = occupations::resolve(&engine.taxonomy, offer.occupation.as_deref(), title, "", &mut issues);
        let occupation = named.occupations.first().copied();
        if named.occupations.len() > 1 {
            issues.push(several_occupations(engine, &named.occupations, &offer.title));
        }
        let asks = demands::of_offer(engine, offer, &mut issues);
        let (places, place_missing) = places(engine, offer, &mut issues);
        let points: Vec<Point> = places.iter().filter_map(|place| point(place.site)).collect();
        if offer.valid_from.zip(offer.valid_through).is_some_and(|(from, through)| from > through) {
            let cause = "the offer ends before it begins";
            issues.push(Issue::new("offer.dates", Severity::Warning, cause).at("/valid_through"));
        }
        let wide = points.len() < places.len();
        let mut told = Told::of(engine, offer, if wide { &[] } else { &points }, &mut issues);
        let contract = told.contract(offer, &mut issues);
        if let Some(pay) = offer.pay.as_ref().filter(|pay| pay.min.or(pay.max).is_some())
            && engine.settings.rate(pay.currency).is_none()
        {
            issues.push(no_rate(pay.currency).at("/pay/currency"));
        }
        if let Some(days) = offer.on_site_days.filter(|&days| days > 7) {
            let cause = format!("a week has no {days} days; 7 were taken");
            issues.push(Issue::new("days.too-many", Severity::Warning, cause).at("/on_site_days"));
        }
        let on_site_days = words::on_site_days(offer, &mut issues).map(|days| days.min(7));
        let languages = words::languages(offer, languages(offer, &mut issues));
        let job = job(offer);
        all_issues.extend(issues.into_iter().map(|issue| issue.of(identity.clone())));
        Understood {
            identity,
            occupation,
            asks,
            places,
            place_missing,
            title_forms: title_forms(&offer.title),
            meaning: Meaning::of(&engine.taxonomy, &job, occupation),
            advert: Advert::of(&engine.taxonomy, &offer.title, offer.text.as_deref()),
            job,
            contract,
            on_site_days,
            languages_unknown: offer.languages == Ask::Unknown && languages.is_empty(),
            languages,
            licences: match &offer.licences {
                Ask::Known(list) => match licences::canonical_list(list) {
                    none if none.is_empty() => Ask::NotAsked,
                    list => Ask::Known(list),
                },
                Ask::Unknown => Ask::Unknown,
                Ask::NotAsked => Ask::NotAsked,
            },
            told,
            offer: Offer { text: None, ..offer.clone() },
        }
    }

    /// An offer of which only its names are known yet, to be filled from a file.
    pub(crate) fn unread(identity: String, offer: Offer) -> Understood {
        Understood {
            identity,
            offer,
            occupation: None,
            asks: Asks::default(),
            places: Vec::new(),
            place_missing: true,
            job: String::new(),
            title_forms: Vec::new(),
            meaning: Meaning::default(),
            advert: Advert::default(),
            contract: None,
            on_site_days: None,
            languages: Vec::new(),
            languages_unknown: false,
            licences: Ask::NotAsked,
            told: Told::default(),
        }
    }

    /// Fills what follows from the title and the table of words; the words and phrases of the text are given.
    pub(crate) fn derive(
        &mut self,
        taxonomy: &Taxonomy,
        titles: &mut KnownTitles,
        text_words: Vec<u32>,
        phrases: &[&str],
    ) {
        let KnownTitles { forms, meanings } = titles;
        let title = &self.offer.title;
        self.title_forms = forms.entry(title.clone()).or_insert_with(|| title_forms(title)).clone();
        let meaning = || Meaning::of(taxonomy, &self.job, self.occupation);
        self.meaning = *meanings.entry((self.job.clone(), self.occupation)).or_insert_with(meaning);
        self.advert = Advert::again(taxonomy, &self.offer.title, text_words, phrases);
    }
}

/// Titles that were looked at: many offers of a catalogue bear the same.
#[derive(Default)]
pub(crate) struct KnownTitles {
    forms: BTreeMap<String, Vec<Box<str>>>,
    meanings: BTreeMap<(String, Option<u32>), Meaning>,
}

fn point(site: Site) -> Option<Point> {
    match site {
        Site::Point(at) => Some(at),
        Site::Area(_) => None,
    }
}

/// The places that were understood, and whether any is missing.
fn places(engine: &Parts, offer: &Offer, issues: &mut Vec<Issue>) -> (Vec<Workplace>, bool) {
    let mut places = Vec::with_capacity(offer.places.len());
    for (i, place) in offer.places.iter().enumerate() {
        let resolved = engine.gazetteer.resolve(place);
        issues.extend(resolved.issue().map(|issue| issue.at(format!("/places/{i}"))));
        let (site, country, label) = match resolved {
            Resolved::Point { at, label, country, .. } => (Site::Point(at), country, label),
            Resolved::Area { id, label, country } => (Site::Area(id), country, label),
            Resolved::Ambiguous(_) | Resolved::NotFound { .. } => continue,
        };
        places.push(Workplace { site, country, label: label.into_boxed_str() });
    }
    let missing = offer.places.is_empty() || places.len() < offer.places.len();
    (places, missing)
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
