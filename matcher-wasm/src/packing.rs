//! Offers and trainings as the files that a page loads: what `matcher pack` writes, for who has Node and no Rust.

use matcher_core::snapshot::{OfferCatalogue, Package, TrainingCatalogue};
use matcher_core::units::Day;
use matcher_core::{Issue, Offer, Severity, Training};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::{parse, written};
use crate::matcher::Matcher;
use crate::records::read_all;

/// How to pack. A field that does not exist is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wishes {
    /// The day of packing, for nothing here reads a clock; offers past their date are left out.
    as_of: Day,
    /// Days after which a page hides the offers.
    #[serde(default = "fortnight")]
    max_age_days: u16,
    /// Leave out what the offers' texts describe.
    #[serde(default)]
    without_texts: bool,
}

const fn fortnight() -> u16 {
    14
}

#[derive(Serialize)]
struct Report<'a> {
    offers: usize,
    trainings: usize,
    past: usize,
    rejected: usize,
    issues: &'a [Issue],
}

/// A package: `entry.json` and the files that it names.
#[wasm_bindgen]
pub struct Packed {
    package: Package,
    report: String,
}

#[wasm_bindgen]
impl Matcher {
    /// Packs offers and trainings (JSON arrays of records) over the taxonomy and the places of this engine, which must have its
    /// table of words. `options`: `as_of` (the day of packing), `max_age_days` (14), `without_texts`. What was loaded stays.
    ///
    /// # Errors
    /// `options.not-json`, `offers.not-json`, `trainings.not-json`.
    pub fn pack(&self, offers: &str, trainings: Option<String>, options: &str) -> Result<Packed, Fault> {
        let wishes: Wishes = parse("options.not-json", options)?;
        let (read, mut issues) = read_all::<Offer>("offers.not-json", offers)?;
        let (current, past): (Vec<Offer>, Vec<Offer>) =
            read.into_iter().partition(|offer| offer.valid_through.is_none_or(|last| last >= wishes.as_of));
        let (mut offers, told) = OfferCatalogue::of(&self.engine, &current);
        issues.extend(told);
        if wishes.without_texts {
            offers = offers.without_texts();
        }
        let trainings = match trainings {
            Some(json) => {
                let (read, told) = read_all::<Training>("trainings.not-json", &json)?;
                issues.extend(told);
                let (catalogue, told) = TrainingCatalogue::of(&self.engine, &read);
                issues.extend(told);
                Some(catalogue)
            }
            None => None,
        };
        let package = Package::of(&self.engine, &offers, trainings.as_ref(), wishes.as_of, wishes.max_age_days);
        let report = written(&Report {
            offers: package.entry.offers,
            trainings: trainings.map_or(0, |catalogue| catalogue.entries().len()),
            past: past.len(),
            rejected: issues.iter().filter(|issue| issue.severity == Severity::Rejected).count(),
            issues: &issues,
        });
        Ok(Packed { package, report })
    }
}

#[wasm_bindgen]
impl Packed {
    /// The text of `entry.json`.
    pub fn entry(&self) -> String {
        serde_json::to_string_pretty(&self.package.entry).expect("an entry has a JSON form")
    }

    /// The names of the other files, as a JSON array.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.package.files.iter().map(|(name, _)| name.as_str()).collect();
        written(&names)
    }

    /// The bytes of one of them; `undefined` where there is no such file.
    pub fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.package.files.iter().find(|(own, _)| own == name).map(|(_, bytes)| bytes.clone())
    }

    /// What was packed and what was not understood: `{"offers", "trainings", "past", "rejected", "issues"}`.
    pub fn report(&self) -> String {
        self.report.clone()
    }
}
