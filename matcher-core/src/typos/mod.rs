//! Misspelt and unfinished words: the labels nearest to a text, and those that a beginning may become.
//!
//! A [`Lexicon`] is every label of a taxonomy in each of its folded forms. Over it stand two indexes, each built when a
//! caller wants it, cheap to clone, `Send` and `Sync`:
//!
//! - [`Spelling`] finds the labels nearest to a text by edits, exactly as a look at every label would, and says which of
//!   them the text may be a misspelling of.
//! - [`Completion`] finds the labels that begin, or have a word that begins, with what was typed so far.
//!
//! ```
//! use matcher_core::taxonomy::{ConceptKind, LabelKind};
//! use matcher_core::typos::{Completion, Lexicon, Spelling};
//! use matcher_core::{Taxonomy, model::Language};
//!
//! let mut builder = Taxonomy::builder();
//! for (id, label) in [("o:1", "développeur web/développeuse web"), ("o:2", "boulanger/boulangère")] {
//!     builder.label(ConceptKind::Occupation, id, Language::FR, LabelKind::Preferred, label);
//! }
//! let lexicon = Lexicon::of(&builder.build()?, &[ConceptKind::Occupation]);
//!
//! let spelling = Spelling::of(&lexicon);
//! let near = spelling.corrections("dévelopeuse web", &[Language::FR], 5);
//! assert_eq!((near[0].id, near[0].form, near[0].edits), ("o:1", "developpeuse web", 1));
//!
//! let completion = Completion::of(&lexicon);
//! assert_eq!(completion.complete("boul", Language::FR, 5)[0].id, "o:2");
//! # Ok::<(), matcher_core::Error>(())
//! ```

mod completion;
mod distance;
mod grams;
mod letters;
mod lexicon;
mod near;
#[cfg(test)]
mod oracle;
mod spelling;
mod vocabulary;

pub use completion::{Completion, Fit, Suggestion};
pub use lexicon::Lexicon;
pub use near::Near;
pub use spelling::Spelling;
