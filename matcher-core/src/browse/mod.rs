//! Looking around among offers: the keyword box, facets with their counts, the card of an offer.
//!
//! Nothing here scores. A [`Selection`] narrows what a [`Query`](crate::Query) looks at, and a [`View`] counts and lists what
//! is left, with or without a person. A [`Listing`] has packed offers that can be looked at before there is an engine.

mod card;
mod facet;
mod listing;
mod rows;
mod selection;
mod table;
mod view;

pub use card::{Card, CardPlace};
pub use facet::{Facet, FacetCounts, FacetValue};
pub use listing::Listing;
pub(crate) use rows::Rows;
pub use selection::Selection;
pub(crate) use table::FacetTable;
pub use view::View;
