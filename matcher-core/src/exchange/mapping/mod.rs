//! A mapping file: how a partner's own columns or JSON fields become records of this crate, so that a new partner needs no code.
//!
//! The file is JSON with one part for each kind of record that it maps:
//!
//! ```json
//! {
//!   "profile": {
//!     "date": "dmy",
//!     "decimal": "comma",
//!     "list": ",",
//!     "empty": ["-", "n.c."],
//!     "fields": {
//!       "id": "Numéro",
//!       "home.postcode": "Code postal",
//!       "education": {"from": "Diplôme", "values": {"Niveau III": 5}},
//!       "commute.minutes": {"from": "Trajet (h)", "unit": "hours"},
//!       "occupations": {"from": "emplois", "each": {"title": "intitulé", "years": "durée"}}
//!     },
//!     "constants": {"pay.period": "month"},
//!     "ignore": ["Remarques"]
//!   }
//! }
//! ```
//!
//! - `fields`: for each field of the record, where it comes from: a column or top-level field by its name, a JSON pointer
//!   (`/a/b/0`) or names joined by points (`a.b`). A rule may be an object: `from` is one source or several (a list takes all
//!   of them, a single value the first that is not empty); `optional` lets the column be missing; `split` cuts a text into
//!   a list; `values` translates words, whatever their case and accents, `null` meaning "known: none"; `unit` says in
//!   what a number is counted; `each` reads a list of objects.
//! - `date` is `iso` (the default), `dmy` or `mdy`; `decimal` is `guess` (the default), `comma` or `point`.
//! - `list` cuts texts into lists, for every field that is one and has no `split` of its own; a text is one entry otherwise.
//! - `empty`: words that stand for nothing.
//! - `constants`: what holds where the record gives nothing.
//! - `ignore`: columns that are left out on purpose. Any other column that is not mapped is told once a file.
//!
//! Values are read by [`values`](super::values): "bac+2", "permis B", "CDI", "1er mars 2027", "35-40 k€ par an". What is
//! not understood is an [`Issue`](crate::Issue) with the column's name, and the field stays unknown. A pay that cannot be for its
//! period is treated as everywhere, see [`check_pay`](super::values::check_pay).
//!
//! A row of a CSV file is an object of texts.

mod apply;
mod columns;
mod convert;
mod file;
mod finish;
mod rule;
mod source;
mod target;

pub use file::{Mapping, MappingFile};
pub use rule::Unit;
pub use target::Mapped;

#[cfg(test)]
mod real_profiles;
#[cfg(test)]
mod tests;
