//! Where a place is: from what a record says about it to coordinates, an area, several candidates or nothing.
//!
//! A [`Gazetteer`] holds municipalities with official code, name, postal codes, areas and population. It is an immutable
//! value that is cheap to clone; [`Gazetteer::resolve`] turns a [`PlaceRef`](crate::model::PlaceRef) into a [`Resolved`].
//! The same words always give the same [`Point`](crate::units::Point), so that a town contains its own offers at any
//! radius.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use matcher_core::place::{Gazetteer, Resolved};
//!
//! let gazetteer = Gazetteer::embedded();
//! let Resolved::Point { at: metz, label, .. } = gazetteer.resolve(&"57 - METZ".into()) else { panic!() };
//! let Resolved::Area { id, .. } = gazetteer.resolve(&"Haut-Rhin".into()) else { panic!() };
//! assert_eq!(label, "Metz");
//! assert_eq!(gazetteer.area(id).at_least(metz).0 / 1000, 122); // kilometres to Sainte-Marie-aux-Mines
//! assert_eq!(gazetteer.suggest("sarreg", 1)[0].name(), "Sarreguemines");
//! # }
//! ```

mod area;
mod builder;
#[cfg(any(feature = "embedded", feature = "embedded-small"))]
mod embedded;
mod fold;
mod gazetteer;
mod heads;
#[cfg(feature = "import")]
pub(crate) mod import;
pub(crate) mod known_areas;
mod nearest;
mod other_names;
mod read;
mod resolve;
mod resolved;
mod snapshot;

pub use area::{Area, AreaId};
pub use builder::{GazetteerBuilder, PlaceEntry};
pub use fold::fold_name;
pub use gazetteer::{Gazetteer, Place};
#[cfg(feature = "import")]
pub use import::{PlaceImport, Ring, Selection};
pub(crate) use nearest::Band;
pub use resolved::Resolved;
