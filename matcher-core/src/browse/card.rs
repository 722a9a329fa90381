use serde::Serialize;

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

impl OfferIndex {
    /// The card of an offer; `None` where there is no such offer.
    pub fn card(&self, offer: &str) -> Option<Card> {
        self.0.offers.find(offer).map(|row| self.card_of(row))
    }

    pub(crate) fn card_of(&self, row: usize) -> Card {
        let offers = &self.0.offers;
        let raw = &offers.raw[row];
        let place = |&site| {
            let at = match offers.sites.site(site) {
                Site::Point(at) => Some(at.lat_lon()),
                Site::Area(_) => None,
            };
            CardPlace {
                label: offers.sites.label(site).to_owned(),
                country: offers.sites.country(site),
                lat: at.map(|at| at.lat),
                lon: at.map(|at| at.lon),
            }
        };
        Card {
            offer: offers.ids[row].to_string(),
            title: raw.title.clone(),
            employer: raw.employer.clone(),
            link: raw.link.clone().filter(|link| is_page(link)),
            places: offers.places.row(row).iter().map(place).collect(),
            contract: offers.contract[row],
            hours: offers.hours[row],
            pay: raw.pay,
            on_site_days: offers.on_site_days[row],
            start: offers.start[row],
            valid_through: raw.valid_through,
            source: raw.source.clone(),
        }
    }
}
