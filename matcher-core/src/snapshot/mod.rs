//! Offers, trainings and travel times as bytes: what an engine understood of them, written for size and opened in a fraction of
//! the time that reading and understanding them took.
//!
//! ```text
//! 8 bytes   magic "MATCHCAT" (offers), "MATCHTRN" (trainings) or "MATCHCMT" (minutes from zone to zone)
//! u32       format version
//! u32       records; zones
//! 16 bytes  fingerprint of the concepts that numbers in the file stand for
//! 16 bytes  fingerprint of the places; both are zero for travel times, which depend on neither
//! 16 bytes  checksum of all that stands before and behind it
//! …         columns, one behind the other
//! ```
//! Fixed numbers are little-endian; inside the columns numbers are LEB128. A column holds one field of all records, so that like
//! stands beside like and a general compressor finds it. What follows from the settings (weights, pay in euro) and from the
//! table of words (vectors of titles) is not in the file: it is computed when it is opened, by the code that computes it for
//! offers just read, so that both give the same answers.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use matcher_core::snapshot::{Merged, OfferCatalogue};
//! use matcher_core::{Engine, Offer, Profile, Taxonomy};
//!
//! let engine = Engine::builder(Taxonomy::embedded()).build()?;
//! let offers = [Offer::new("1", "Développeuse web").essential("JavaScript").place("57000")];
//! let (catalogue, _issues) = OfferCatalogue::of(&engine, &offers);
//! let opened = OfferCatalogue::from_bytes(&engine, &catalogue.to_bytes())?;
//! let index = Merged::of(&engine, vec![opened]).index;
//! let person = engine.prepare(&Profile::new("p").skill("JavaScript").home("Metz"))?;
//! let (read, _) = engine.offers(&offers);
//! assert_eq!(index.top(&person).hits()[0].record().score, read.top(&person).hits()[0].record().score);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod columns;
mod commute;
mod folding;
mod header;
mod merged;
mod offers;
mod package;
mod trainings;

pub(crate) use commute::fingerprint_of;
pub(crate) use folding::Folding;
pub(crate) use header::Ground;
#[cfg(test)]
pub(crate) use header::sealed_again;
pub use merged::Merged;
pub use offers::OfferCatalogue;
pub(crate) use offers::{is_page, open_to_look_at};
pub use package::{Entry, EntryFile, EntryFiles, Package};
pub use trainings::{TrainingCatalogue, TrainingEntry};

/// The version that is written, and the one before it that is read too. There is none before the first.
pub const FORMAT: u32 = 1;
