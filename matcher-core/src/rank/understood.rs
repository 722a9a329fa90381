use serde::Serialize;

use super::OfferIndex;
use crate::model::Ask;
use crate::prepare::{AskedLevel, NOT_UNDERSTOOD, Person, Source};

/// In how many records a field was given and understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// The field, by its name in the record; of a demand, that it is known or that nothing is asked.
    pub field: &'static str,
    /// So many records.
    pub records: usize,
}

impl OfferIndex {
    /// Of each field of the offers in how many it was understood: an occupation of the taxonomy, a place on the map, pay
    /// in a known currency.
    pub fn understood(&self) -> Vec<Understood> {
        let offers = &self.0.offers;
        let rows = |holds: &dyn Fn(usize) -> bool| (0..offers.len()).filter(|&row| holds(row)).count();
        let listed =
            |row: usize| !offers.raw[row].essential_skills.is_empty() || !offers.raw[row].optional_skills.is_empty();
        let fields: [(&'static str, &dyn Fn(usize) -> bool); 12] = [
            ("occupation", &|row| offers.occupation[row].is_some()),
            ("skills listed", &listed),
            ("skills listed or implied", &|row| offers.demands.row(row).iter().any(|d| d.skill != NOT_UNDERSTOOD)),
            ("places", &|row| !offers.places.row(row).is_empty()),
            ("contract", &|row| offers.contract[row].is_some()),
            ("hours", &|row| offers.hours[row].is_some()),
            ("pay", &|row| offers.pay[row].is_some()),
            ("on_site_days", &|row| offers.on_site_days[row].is_some()),
            ("experience", &|row| offers.experience[row].known().is_some()),
            ("education", &|row| matches!(offers.education[row], AskedLevel::At { .. })),
            ("languages", &|row| !offers.languages.row(row).is_empty()),
            ("licences", &|row| matches!(&offers.licences[row], Ask::Known(_))),
        ];
        fields.into_iter().map(|(field, holds)| Understood { field, records: rows(holds) }).collect()
    }
}

impl Person {
    /// The fields of the profile that were given and understood.
    pub fn understood(&self) -> Vec<&'static str> {
        let (inner, raw) = (&*self.0, &self.0.raw);
        let fields = [
            ("skills", inner.have.iter().any(|have| have.source == Source::Stated)),
            ("occupations", inner.past.iter().any(|past| !past.occupations.is_empty())),
            ("wishes", inner.wishes.iter().any(|wish| !wish.occupations.is_empty())),
            ("home", inner.home.is_some()),
            ("commute", raw.commute.minutes.is_some()),
            ("languages", raw.languages.is_some()),
            ("education", raw.education.is_some()),
            ("licences", raw.licences.is_some()),
            ("contracts", !raw.contracts.is_empty()),
            ("hours", raw.hours.is_some()),
            ("pay", inner.floor.is_some()),
            ("available_from", raw.available_from.is_some()),
        ];
        fields.into_iter().filter(|(_, understood)| *understood).map(|(field, _)| field).collect()
    }

    /// The names that [`Person::understood`] may give.
    pub const FIELDS: [&'static str; 12] = [
        "skills",
        "occupations",
        "wishes",
        "home",
        "commute",
        "languages",
        "education",
        "licences",
        "contracts",
        "hours",
        "pay",
        "available_from",
    ];
}
