//! From raw records to prepared ones: words become concepts, places become points, and everything that was not
//! understood becomes an [`Issue`](crate::Issue).

mod advert;
mod demands;
mod exclusions;
mod forms;
mod gathered;
mod licences;
mod loans;
mod meaning;
mod occupations;
mod offers;
mod person;
mod skills;
mod spotted;
mod statements;
mod text;
mod understood;
mod wishes;

pub(crate) use advert::Phrase;
pub use demands::Origin;
pub(crate) use demands::{Asked, Demand, NOT_UNDERSTOOD, Need};
pub(crate) use exclusions::{Excluded, Part, Unwished};
pub(crate) use forms::Forms;
pub(crate) use licences::missing as missing_licences;
pub(crate) use loans::{Lender, Loan};
pub(crate) use meaning::Meaning;
pub(crate) use occupations::Past;
pub(crate) use offers::{AskedLanguage, AskedLevel, Columns};
pub use person::Person;
pub(crate) use person::{Inner, title_forms};
pub(crate) use skills::{Have, Source, resolve as resolve_skill};
pub(crate) use statements::{Stated, Statement};
pub(crate) use text::Told;
pub(crate) use understood::{KnownTitles, Understood, Workplace};
