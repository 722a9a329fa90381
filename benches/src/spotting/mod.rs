//! Spotting measured by hand: what a careful reader finds in real advertisements, beside what a spotter finds.

mod adverts;
mod compare;
mod marks;
mod plain;

pub use adverts::{Advert, adverts};
pub use compare::{Judged, Tally, judge};
pub use marks::{Marked, marks};
pub use plain::Plain;
