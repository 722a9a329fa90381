//! An exact, explainable job-matching engine: people and job offers in, ranked matches out, every point accounted for.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use matcher_core::{Engine, GreatCircle, Offer, Profile, Query, Taxonomy};
//!
//! let engine = Engine::builder(Taxonomy::embedded()).commute(GreatCircle::default()).build()?;
//! let offers: Vec<Offer> = serde_json::from_str(
//!     r#"[{"id": "o1", "title": "Développeur web (H/F)", "essential_skills": ["JavaScript"], "places": ["Metz"]},
//!         {"id": "o2", "title": "Développeuse web", "places": ["Strasbourg"]}]"#,
//! )?;
//! let (index, issues) = engine.offers(&offers); // nothing lost: what was not understood is in `issues`
//! let person = engine.prepare(&Profile::new("p1").skill("JavaScript").home("57000").minutes(45))?;
//! for hit in &index.top(&person) {
//!     println!("{} {} {:?}", hit.score(), hit.id(), hit.explain());
//! }
//! assert_eq!(index.top(Query::new(&person).k(20)).hits()[0].id(), "o1");
//! assert_eq!(index.why_not(&person, "o2")?.refusals[0].filter, "commute");
//! # assert!(issues.iter().all(|issue| issue.severity == matcher_core::Severity::Note));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The main types
//!
//! - [`Taxonomy`]: occupations, skills and how they hang together, frozen; bundled, imported, built or opened from a
//!   snapshot. [`Gazetteer`]: places. [`CommuteModel`]: minutes between them. [`Settings`]: weights, neutrals, filters.
//! - [`Engine`]: all of these in one immutable value, named by one [fingerprint](Engine::fingerprint).
//! - [`Profile`], [`Offer`], [`Training`]: *raw* records, strings and numbers. [`model::read_json`] reads them with every
//!   [`Issue`] at once; the readers of foreign formats in `exchange` make them too.
//! - [`Person`] and [`OfferIndex`]: *prepared* records. Words have become concepts, towns have become points, and what
//!   was not understood is told.
//! - [`Query`] → [`Answer`] → [`Hit`]: the exact best, by integer score, then by id. The same bytes on every machine, in
//!   any order of the input, with any number of threads.
//! - [`Explanation`], [`WhyNot`], [`WhatIf`], [`Change`]: where every point went; which limit keeps an offer out and the
//!   smallest change that lets it in; what a change would bring, asked of the engine anew. [`phrases`] puts them into words.
//! - [`Criterion`]: a criterion of the host's own, filtered, weighed, explained and stamped like the built-in ones.
//! - [`Stamp`]: everything a score depends on beside the pair, written with every result.
//!
//! A bad *record* is an [`Issue`] with a stable code, its place, cause and remedy, and the others go on; a bad *call* is
//! an [`Error`] with a stable [code](Error::code).
//!
//! # What it does not do
//!
//! It opens no file and no connection, reads no clock and no environment, keeps no global state and no thread pool. It does
//! not store profiles. It looks at no protected attribute: none has a field. Titles and skills are understood by their labels,
//! in every gendered form, and compared by the taxonomy's own table of words where it has one; nothing is derived from a concept
//! that is merely near. Travel times are estimates along the great circle unless the host brings a model. It orders and
//! explains; it does not decide.
//!
//! # Features
//!
//! | feature | gives | costs |
//! |---|---|---|
//! | `embedded` (default) | the bundled taxonomy and places, the demo's records | 3 MB in the program, opened on first use; the demo another 360 kB where it is used |
//! | `parallel` (default) | `OfferIndex::top_many_parallel`, in the caller's pool | rayon |
//! | `embedded-small` | the same concepts with a table of words for a browser, and the places | 950 kB in the program, 500 kB compressed |
//! | `import` | readers of ESCO, ROME, their crosswalk, own JSON, tables of places | csv |
//! | `exchange` | France Travail offers, mapping files, readers of single values | nothing |
//! | `schema` | JSON Schema of the records | schemars |
//! | `testing` | generators for property tests | proptest |
//!
//! Without `parallel` the crate builds for `wasm32-unknown-unknown`.
//!
//! The formula with every constant and its source is in `docs/SCORING.md` of the repository, one score recomputed by hand.

mod audit;
pub mod browse;
mod change;
pub mod commute;
#[cfg(feature = "corpus")]
pub mod corpus;
mod criteria;
#[cfg(feature = "embedded")]
pub mod demo;
mod engine;
mod error;
#[cfg(feature = "exchange")]
pub mod exchange;
pub mod explain;
pub mod explore;
mod index;
mod issue;
pub mod link;
pub mod model;
pub mod phrases;
pub mod place;
mod prepare;
mod rank;
pub mod reading;
#[cfg(feature = "schema")]
mod schema;
mod score;
mod settings;
pub mod snapshot;
pub mod spot;
pub mod taxonomy;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;
pub mod typos;
pub mod units;
mod words;

pub use audit::AuditRecord;
pub use change::Change;
pub use commute::{CommuteMatrix, CommuteModel, GreatCircle};
pub use criteria::{Applications, Criterion, Deficit, Filter, Pair, Responsiveness, Side, State, Verdict};
pub use engine::{Engine, EngineBuilder};
pub use error::Error;
pub use explain::{Band, Explanation, Lesson, Line, WhyNot};
pub use index::Counts;
pub use issue::{Issue, Severity};
pub use model::{Offer, Profile, Training};
pub use place::{Gazetteer, PlaceEntry, Resolved};
pub use prepare::{Origin, Person};
pub use rank::{
    Answer, Candidate, Cursor, Group, Hit, MatchRecord, NoMatch, NoMatchRecord, OfferIndex, ProfileIndex, Progress,
    Query, Rotation, Seek, Stamp, Understood, WhatIf,
};
#[cfg(feature = "flat")]
pub use rank::{FlatDemands, Relaxed};
pub use settings::{Filters, Guard, Neutrals, SCORING_VERSION, Settings, Weights};
pub use taxonomy::Taxonomy;
#[cfg(feature = "import")]
pub use words::WordTraining;
pub use words::{Vector, Words};
