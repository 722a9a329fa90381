//! Generators for property tests: small worlds in which every criterion, state and filter occurs.
//!
//! A [`World`] holds a taxonomy, settings, a commute model, a day, people and offers, all raw and all shrinkable by
//! proptest. Names in its records lead to concepts and places often, and nowhere often enough.
//!
//! ```
//! use matcher_core::testing::worlds;
//! use proptest::strategy::{Strategy, ValueTree};
//! use proptest::test_runner::TestRunner;
//!
//! let world = worlds().new_tree(&mut TestRunner::deterministic()).unwrap().current();
//! let (index, _) = world.engine().offers(&world.offers);
//! assert_eq!(index.len(), world.offers.len());
//! ```

mod names;
mod offers;
mod people;
mod places;
mod settings;
mod table;
mod taxonomy;
mod world;

pub use names::{SKILLS_NAMED, TASKS, TITLES_NAMED, occupation_id, skill_id, skill_text, title};
pub use offers::offers;
pub use people::people;
pub use places::{TOWNS, Town, place_refs, places};
pub use settings::settings;
pub use table::Table;
pub use taxonomy::{TinyTaxonomy, taxonomies};
pub use world::{Commute, World, worlds};
