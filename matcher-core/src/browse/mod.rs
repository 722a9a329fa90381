//! Looking around among offers: the keyword box, facets with their counts, the card of an offer.
//!
//! Nothing here scores. A [`Selection`] narrows what a [`Query`](crate::Query) looks at, and a [`View`] counts and lists what
//! is left, with or without a person.

mod card;
mod facet;
mod selection;
mod view;

pub use card::{Card, CardPlace};
pub use facet::{Facet, FacetCounts, FacetValue};
pub use selection::Selection;
pub use view::View;
