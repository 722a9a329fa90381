use std::sync::{Arc, OnceLock};

use super::rows::{Rows, begins};
use super::{Card, CardPlace, FacetTable, View};
use crate::model::{ContractKind, Country, Offer};
use crate::prepare::{Understood, Workplace, title_forms};
use crate::snapshot::{Folding, Ground, open_to_look_at};
use crate::units::Day;
use crate::{Error, text};

/// Packed offers to look at before there is an engine: cards, facets and the keyword box, as an index over the same catalogues
/// gives them ([`Merged`](crate::snapshot::Merged)). It needs neither taxonomy nor places, prepares nothing, and cannot match.
#[derive(Clone, Default)]
pub struct Listing {
    /// Of the first catalogue.
    ground: Option<Ground>,
    catalogues: u32,
    shelf: Arc<Shelf>,
}

#[derive(Clone, Default)]
struct Shelf {
    /// Rising by identity.
    rows: Vec<Understood>,
    sources: Vec<Vec<u32>>,
    /// The titles' forms and the employer, folded; made at the first question for a word.
    words: OnceLock<Vec<Vec<Box<str>>>>,
    facets: OnceLock<FacetTable>,
}

impl Listing {
    /// Nothing yet.
    pub fn new() -> Listing {
        Listing::default()
    }

    /// Adds a packed catalogue after checking all of it: returns how many offers it has, and how many of them were there already
    /// (the rules are those of [`Merged::of`](crate::snapshot::Merged::of)).
    ///
    /// Cost: linear in the bytes, and sorting all offers.
    ///
    /// # Errors
    /// Those of [`OfferCatalogue::from_bytes`](crate::snapshot::OfferCatalogue::from_bytes); `catalogue.other-taxonomy` and
    /// `catalogue.other-places` where it was not packed over the same as the first. Nothing changes then.
    pub fn add(&mut self, catalogue: &[u8]) -> Result<(usize, usize), Error> {
        let (rows, ground) = open_to_look_at(catalogue, self.ground)?;
        self.ground = Some(ground);
        let count = rows.len();
        let before = std::mem::take(Arc::make_mut(&mut self.shelf));
        let mut folding = Folding::default();
        before.rows.into_iter().zip(before.sources).for_each(|(row, sources)| folding.keep(row, sources));
        let folded = folding.add(self.catalogues, rows);
        let (rows, sources) = folding.finish();
        self.shelf = Arc::new(Shelf { rows, sources, words: OnceLock::new(), facets: OnceLock::new() });
        self.catalogues += 1;
        Ok((count, folded))
    }

    /// How many offers there are.
    pub fn len(&self) -> usize {
        self.shelf.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The numbers of the catalogues that hold an offer (by its identity), in the order in which they were added.
    pub fn sources(&self, offer: &str) -> &[u32] {
        let found = self.shelf.rows.binary_search_by(|row| row.identity.as_str().cmp(offer));
        found.map_or(&[], |row| &self.shelf.sources[row])
    }

    /// All offers that are valid on a day; all of them without a day.
    pub fn view_all(&self, as_of: Option<Day>) -> View {
        View::all(self.shelf.clone(), as_of)
    }

    /// The card of an offer; `None` where there is no such offer.
    pub fn card(&self, offer: &str) -> Option<Card> {
        let found = self.shelf.rows.binary_search_by(|row| row.identity.as_str().cmp(offer));
        found.ok().map(|row| Card::of(&*self.shelf, row))
    }
}

impl Rows for Shelf {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn identity(&self, row: usize) -> &str {
        &self.rows[row].identity
    }

    fn offer(&self, row: usize) -> &Offer {
        &self.rows[row].offer
    }

    fn contract(&self, row: usize) -> Option<ContractKind> {
        self.rows[row].contract
    }

    fn on_site_days(&self, row: usize) -> Option<u8> {
        self.rows[row].on_site_days
    }

    fn places(&self, row: usize) -> Vec<CardPlace> {
        let place = |place: &Workplace| CardPlace::new(place.site, place.country, &place.label);
        self.rows[row].places.iter().map(place).collect()
    }

    fn place_names<'a>(&'a self, row: usize, with: &mut dyn FnMut(&'a str)) {
        self.rows[row].places.iter().for_each(|place| with(&place.label));
    }

    fn countries<'a>(&'a self, row: usize, with: &mut dyn FnMut(&'a str)) {
        self.rows[row].places.iter().filter_map(|place| place.country.as_ref()).map(Country::code).for_each(with);
    }

    fn has_word(&self, row: usize, beginning: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let of = |row: &Understood| {
                let employer = row.offer.employer.as_deref().map(|employer| text::fold(employer).into_boxed_str());
                title_forms(&row.offer.title).into_iter().chain(employer).collect()
            };
            self.rows.iter().map(of).collect()
        });
        words[row].iter().any(|text| begins(text, beginning))
    }

    fn facet_table(&self) -> &OnceLock<FacetTable> {
        &self.facets
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Selection;
    use super::*;
    use crate::snapshot::{Merged, OfferCatalogue};
    use crate::testing::worlds;

    proptest! {
        /// The index over the same catalogues is the oracle.
        #[test]
        fn it_shows_what_the_index_shows(
            world in worlds(),
            typed in "[a-c]{0,2}",
            day in prop::option::of(0..40_i32),
            shared in any::<prop::sample::Index>(),
        ) {
            let engine = world.engine();
            let (first, second) = world.offers.split_at(shared.index(world.offers.len() + 1));
            let second = [second, &first[..first.len() / 2]].concat();
            let catalogues = [first, &second].map(|offers| OfferCatalogue::of(&engine, offers).0);
            let mut listing = Listing::new();
            let added = catalogues.each_ref().map(|catalogue| listing.add(&catalogue.to_bytes()).unwrap());
            let merged = Merged::of(&engine, catalogues.to_vec());
            prop_assert_eq!(added.map(|(_, folded)| folded).to_vec(), merged.folded);
            let as_of = day.map(|day| Day::from_number(20_000 + day));
            let (ours, oracle) = (listing.view_all(as_of), merged.index.view_all(as_of));
            prop_assert_eq!(ours.len(), oracle.len());
            let mut selections = vec![Selection::new(), Selection::new().keywords(&typed)];
            for counts in oracle.facets(&selections[0], 3) {
                for value in counts.values {
                    selections.push(Selection::new().keywords(&typed).choose(counts.facet.clone(), value.value));
                }
            }
            for selection in selections {
                prop_assert_eq!(ours.cards(&selection, 0, 99), oracle.cards(&selection, 0, 99));
                prop_assert_eq!(ours.facets(&selection, 9), oracle.facets(&selection, 9));
            }
            for (row, offer) in merged.index.iter().enumerate() {
                prop_assert_eq!(listing.sources(&offer.identity()), &merged.sources[row]);
                prop_assert_eq!(listing.card(&offer.identity()), merged.index.card(&offer.identity()));
            }
        }
    }

    #[test]
    fn a_file_that_is_none_changes_nothing() {
        let mut listing = Listing::new();
        assert_eq!(listing.add(b"no catalogue").unwrap_err().code(), "catalogue.not-a-catalogue");
        assert!(listing.is_empty() && listing.card("1").is_none() && listing.sources("1").is_empty());
    }
}
