//! Records as they come: strings, numbers and `serde`.
//!
//! A record is *raw*: it names skills, occupations and places by id or in words and has been checked for its shape only.
//! [`Engine::prepare`](crate::Engine::prepare) and [`Engine::offers`](crate::Engine::offers) turn it into a *prepared*
//! one and say in [`Issue`](crate::Issue)s what they did not understand.
//!
//! Three states are kept apart everywhere: *known*, *unknown* (a fact that was not given) and *not asked* (a demand that
//! the other side does not make). No protected attribute (sex, age, origin, health…) has a field.

mod ask;
mod contract;
mod country;
mod language;
mod modes;
mod offer;
mod pay;
mod place;
mod profile;
mod read;
mod skill;
mod training;

pub use ask::Ask;
pub use contract::ContractKind;
pub use country::Country;
pub use language::{Language, LanguageClaim, LanguageNeed};
pub use modes::{Mode, Modes};
pub use offer::{EducationNeed, Offer};
pub use pay::{Pay, PayPeriod};
pub use place::PlaceRef;
pub use profile::{CommuteWish, Education, Exclusion, PastOccupation, Profile, TrainingWish, Wish};
pub use read::{Limits, Record, read_json};
pub use skill::SkillClaim;
pub use training::{Session, Training};

use std::collections::BTreeMap;

/// A host's own marks on a record, such as `{"programme": ["digital-2027"]}`: exact filters and facets, never scored.
pub type Tags = BTreeMap<String, Vec<String>>;
