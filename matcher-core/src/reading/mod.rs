//! What texts say, as people and employers write them: French, German, English, and Luxembourgish where it is easy.
//!
//! Every reader is a pure function from text to values, without a taxonomy or a gazetteer. It gives what stands there beyond
//! doubt and leaves the rest; none panics, and all run in time linear in the length of the text.
//!
//! - [`languages`]: the languages an advertisement asks for; [`language_of`]: the one it is written in.
//! - [`conditions`]: conditions of work that it states; [`refused`]: what people exclude, in their words.
//! - [`contract_in_title`], [`contract_in_text`]: kinds of contract; [`workplace`], [`pay_period`], [`remote_days`]: other facts
//!   that fields hold too, so that both can be compared.
//! - [`wish`]: a wish in free words as titles, fields, contracts and what is not wanted.
//! - [`title`]: a job title without gender marks, references, contract, town and firm.
//! - [`phrases`]: the tasks and requirements of an advertisement, a few words each.

mod clauses;
mod conditions;
mod contract;
mod facts;
mod guess;
mod languages;
mod negation;
mod parts;
mod pattern;
mod phrases;
mod title;
mod wish;
mod words;

pub use conditions::{Condition, Conditions, Refused, conditions, refused};
pub use contract::{contract_in_text, contract_in_title};
pub use facts::{pay_period, remote_days, workplace};
pub use guess::language_of;
pub use languages::{LanguageAsked, languages};
pub use phrases::{MOST_PHRASES, phrases};
pub use title::{title, title_without};
pub use wish::{Wished, wish};
