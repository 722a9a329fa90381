use serde::Serialize;

use super::rows::Rows;
use crate::commute::Site;
use crate::model::{ContractKind, Country, Pay};
use crate::rank::OfferIndex;
use crate::snapshot::is_page;
use crate::units::{Day, HoursRange};

/// What is shown of an offer: facts as they were understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// Identity: `source:id`, or the id where it has no source.
    pub offer: String,
    /// The title as the employer writes it.
    pub title: String,
    /// Who employs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// The offer's own page, where the link leads to one (`http`, `https`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The places of work that were understood.
    pub places: Vec<CardPlace>,
    /// Kind of contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractKind>,
    /// Working time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursRange>,
    /// Gross pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// Days a week at the workplace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_site_days: Option<u8>,
    /// First day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// Last day on which the offer is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Day>,
    /// Where the offer comes from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A place on a [`Card`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardPlace {
    /// Its name.
    pub label: String,
    /// Its country, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Degrees north; nothing for an area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east; nothing for an area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
}

impl CardPlace {
    pub(super) fn new(site: Site, country: Option<Country>, label: &str) -> CardPlace {
        let at = match site {
            Site::Point(at) => Some(at.lat_lon()),
            Site::Area(_) => None,
        };
        CardPlace { label: label.to_owned(), country, lat: at.map(|at| at.lat), lon: at.map(|at| at.lon) }
    }
}

impl OfferIndex {
    /// The card of an offer; `None` where there is no such offer.
    pub fn card(&self, offer: &str) -> Option<Card> {
        self.position(offer).map(|row| Card::of(&*self.0, row))
    }
}

impl Card {
    pub(super) fn of(rows: &dyn Rows, row: usize) -> Card {
        let raw = rows.offer(row);
        Card {
            offer: rows.identity(row).to_owned(),
            title: raw.title.clone(),
            employer: raw.employer.clone(),
            link: raw.link.clone().filter(|link| is_page(link)),
            places: rows.places(row),
            contract: rows.contract(row),
            hours: raw.hours,
            pay: raw.pay,
            on_site_days: rows.on_site_days(row),
            start: raw.start,
            valid_through: raw.valid_through,
            source: raw.source.clone(),
        }
    }
}
