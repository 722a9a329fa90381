//! What texts say, as people and employers write them: French, German, English, and Luxembourgish where it is easy.
//!
//! Every reader is a pure function from text to values, without a taxonomy or a gazetteer. It gives what stands there beyond
//! doubt and leaves the rest; none panics, and all run in time linear in the length of the text.
//!
//! - [`title`]: a job title without gender marks, references, contract, town and firm.
//! - [`phrases`]: the tasks and requirements of an advertisement, a few words each.

mod clauses;
mod pattern;
mod phrases;
mod title;
mod words;

pub use phrases::{MOST_PHRASES, phrases};
pub use title::{title, title_without};
