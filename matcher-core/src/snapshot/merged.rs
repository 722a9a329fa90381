use std::collections::BTreeMap;

use super::OfferCatalogue;
use crate::engine::Engine;
use crate::prepare::{Columns, Understood};
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
        let mut folded = vec![0; catalogues.len()];
        let mut kept: Vec<(Understood, Vec<u32>)> = Vec::new();
        let mut by_identity: BTreeMap<String, usize> = BTreeMap::new();
        let mut by_name: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (number, catalogue) in catalogues.into_iter().enumerate() {
            for row in catalogue.rows {
                // Within one catalogue nothing is folded: its own offers may well be alike.
                let earlier = |&at: &usize| kept[at].1[0] != number as u32;
                let name = (row.offer.title.clone(), row.offer.employer.clone().unwrap_or_default());
                let alike =
                    || by_name.get(&name)?.iter().copied().filter(earlier).find(|&at| is_same(&kept[at].0, &row));
                if let Some(at) = by_identity.get(&row.identity).copied().or_else(alike) {
                    folded[number] += 1;
                    if kept[at].1.last() != Some(&(number as u32)) {
                        kept[at].1.push(number as u32);
                    }
                    continue;
                }
                by_identity.insert(row.identity.clone(), kept.len());
                if row.offer.employer.is_some() {
                    by_name.entry(name).or_default().push(kept.len());
                }
                kept.push((row, vec![number as u32]));
            }
        }
        kept.sort_unstable_by(|(a, _), (b, _)| a.identity.cmp(&b.identity));
        let (rows, sources): (Vec<Understood>, Vec<Vec<u32>>) = kept.into_iter().unzip();
        let columns = Columns::of(&engine.0, rows.into_iter());
        Merged { index: OfferIndex::new(engine.clone(), columns), sources, folded }
    }
}

/// Whether two offers say the same.
fn is_same(a: &Understood, b: &Understood) -> bool {
    let (x, y) = (&a.offer, &b.offer);
    a.asks == b.asks
        && a.places == b.places
        && a.occupation == b.occupation
        && a.contract == b.contract
        && a.on_site_days == b.on_site_days
        && a.languages == b.languages
        && a.licences == b.licences
        && (x.hours, &x.pay, x.start) == (y.hours, &y.pay, y.start)
        && (&x.experience, &x.education) == (&y.experience, &y.education)
}
