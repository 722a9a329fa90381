//! Offers in the shape of France Travail's interface "Offres d'emploi v2".
//!
//! [`read_offer`] takes one offer, [`read_answer`] also the answer of a search, `{"resultats": […]}`.
//!
//! How its fields are read, where that is not plain:
//!
//! | field | here |
//! |---|---|
//! | `romeCode` | the occupation's id, as it is (`M1811`) |
//! | `competences` | `exigence` E is essential, S optional; where nothing is E, the S ones are what the offer asks and count as essential (a Note says so). On 675 real offers 59 list skills: 43 of them list S only, 9 both, 7 E only, so that S by itself says little. The id is `ogr:` and the code; without a code, the words |
//! | `formations` | the level of `niveauLibelle`, of those that are E if any is; the lowest of several, since one diploma is enough. Never a must: the levels say "or equivalent" |
//! | `langues` | E is a must, S is asked softly |
//! | `permis` | E is asked; S cannot be held by the model, which a Note says |
//! | `experienceExige` | D is zero years; E and S are the years of `experienceLibelle`, unknown where it has no number |
//! | `alternance`, `natureContrat`, `intitule` | go before `typeContrat`, which calls an apprenticeship CDD, CDI or MIS; a contradiction is a Note |
//! | `lieuTravail` | coordinates, INSEE code, postal code; a department, region or country is an area |
//! | `salaire` | see [`check_pay`](super::values::check_pay): an impossible period is never believed |
//! | `contact`, `agence` | personal data: dropped, never kept |
//!
//! The remaining fields of the interface have no place in the model and are listed, with the reason, in `fields.rs`; a field that is not known
//! at all is a Warning.

mod areas;
mod contract;
mod demands;
mod fields;
mod offer;
mod pay;
mod place;
mod reading;

pub use offer::{OfferReading, is_offer, offer_from, read_answer, read_offer};

#[cfg(test)]
mod real_offers;
#[cfg(test)]
mod tests;
