use std::sync::OnceLock;

use super::{CardPlace, FacetTable};
use crate::model::{ContractKind, Offer};
use crate::rank;

/// Offers as they are looked at, by their row; rows follow the identities.
pub(crate) trait Rows: Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;
    fn identity(&self, row: usize) -> &str;
    /// As it was read, without its text.
    fn offer(&self, row: usize) -> &Offer;
    /// Of the fields or of the text.
    fn contract(&self, row: usize) -> Option<ContractKind>;
    fn on_site_days(&self, row: usize) -> Option<u8>;
    /// The places of work that were understood.
    fn places(&self, row: usize) -> Vec<CardPlace>;
    /// Calls with the name of each of them.
    fn place_names<'a>(&'a self, row: usize, with: &mut dyn FnMut(&'a str));
    /// Calls with the code of the country of each of them.
    fn countries<'a>(&'a self, row: usize, with: &mut dyn FnMut(&'a str));
    /// Whether a word of the title, in any of its forms, or of the employer's name begins so; folded.
    fn has_word(&self, row: usize, beginning: &str) -> bool;
    /// Where the table of facets is kept once it is made.
    fn facet_table(&self) -> &OnceLock<FacetTable>;
}

/// Whether a word of a folded text begins so.
pub(super) fn begins(text: &str, word: &str) -> bool {
    text.split(' ').any(|own| own.starts_with(word))
}

impl Rows for rank::Inner {
    fn count(&self) -> usize {
        self.offers.len()
    }

    fn identity(&self, row: usize) -> &str {
        &self.offers.ids[row]
    }

    fn offer(&self, row: usize) -> &Offer {
        &self.offers.raw[row]
    }

    fn contract(&self, row: usize) -> Option<ContractKind> {
        self.offers.contract[row]
    }

    fn on_site_days(&self, row: usize) -> Option<u8> {
        self.offers.on_site_days[row]
    }

    fn places(&self, row: usize) -> Vec<CardPlace> {
        let sites = &self.offers.sites;
        let place = |&site| CardPlace::new(sites.site(site), sites.country(site), sites.label(site));
        self.offers.places.row(row).iter().map(place).collect()
    }

    fn place_names<'a>(&'a self, row: usize, with: &mut dyn FnMut(&'a str)) {
        self.offers.places.row(row).iter().for_each(|&site| with(self.offers.sites.label(site)));
    }

    fn countries<'a>(&'a self, row: usize, with: &mut dyn FnMut(&'a str)) {
        self.offers.places.row(row).iter().filter_map(|&site| self.offers.sites.country_code(site)).for_each(with);
    }

    fn has_word(&self, row: usize, beginning: &str) -> bool {
        let offers = &self.offers;
        offers.title_forms.row(row).iter().any(|&form| begins(offers.forms.text(form), beginning))
            || offers.employer[row].as_deref().is_some_and(|employer| begins(employer, beginning))
    }

    fn facet_table(&self) -> &OnceLock<FacetTable> {
        &self.facets
    }
}
