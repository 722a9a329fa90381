use super::OfferCatalogue;
use super::folding::Folding;
use crate::engine::Engine;
use crate::prepare::Columns;
use crate::rank::OfferIndex;

/// Several catalogues as one index. An offer that stands in several of them is there once.
#[derive(Clone)]
pub struct Merged {
    /// All offers.
    pub index: OfferIndex,
    /// For each offer, in the order of [`OfferIndex::iter`], the numbers of the catalogues that hold it, the one that is shown
    /// first.
    pub sources: Vec<Vec<u32>>,
    /// For each catalogue how many of its offers were folded into equal ones of a catalogue before it.
    pub folded: Vec<usize>,
}

impl Merged {
    /// An index over catalogues that this engine opened, the first of them going before the others. Two offers are one where they
    /// have the same identity, or where an employer is named and all that was understood of both is equal: title, employer,
    /// places, demands, contract, hours, pay, start. Their sources, ids, links, dates and marks may differ; those of the first
    /// count.
    ///
    /// Cost: that of sorting, and some microseconds an offer.
    pub fn of(engine: &Engine, catalogues: Vec<OfferCatalogue>) -> Merged {
        let mut folding = Folding::default();
        let numbered = (0..).zip(catalogues);
        let folded = numbered.map(|(number, catalogue)| folding.add(number, catalogue.rows)).collect();
        let (rows, sources) = folding.finish();
        let columns = Columns::of(&engine.0, rows.into_iter());
        Merged { index: OfferIndex::new(engine.clone(), columns), sources, folded }
    }
}
