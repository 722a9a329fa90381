//! Foreign record formats, read into the [raw model](crate::model): text in, records and [`Issue`](crate::Issue)s out.
//!
//! - [`france_travail`]: the offers of France Travail's "Offres d'emploi v2".
//! - [`job_posting`]: schema.org's `JobPosting` as pages carry it.
//! - [`json_resume`]: a CV as JSON, in both directions.
//! - [`mapping`]: any partner's columns or JSON fields, by a mapping file.
//! - [`Engine::read_advert`](crate::Engine::read_advert): a few lines of an employer's own words.
//! - [`values`]: the small readers of dates, amounts, diplomas, contracts… in French, German and English.
//!
//! Nothing here opens a file, and no input makes it panic.

mod advert;
pub mod france_travail;
pub mod job_posting;
pub mod json_resume;
pub mod mapping;
pub mod values;
