//! Numbers with a unit: each is a type of its own, so that minutes are never added to kilometres.
//!
//! All of them are integers inside. Fractions are read and written as decimals and rounded once, at the door.

mod cefr;
mod day;
mod eqf;
mod fingerprint;
mod geo;
mod hours;
mod level;
mod minutes;
mod money;
mod ratio;
mod score;
mod years;

pub use cefr::Cefr;
pub use day::Day;
pub use eqf::Eqf;
pub use fingerprint::{Fingerprint, FingerprintBuilder};
pub use geo::{LatLon, Metres, Point};
pub use hours::{HoursPerWeek, HoursRange};
pub use level::Level;
pub use minutes::Minutes;
pub use money::{Cents, Currency};
pub use ratio::Ratio;
pub use score::Score;
pub use years::Years;
