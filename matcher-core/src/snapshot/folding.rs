use std::collections::BTreeMap;

use crate::prepare::Understood;

/// Offers of several catalogues, each there once, with the numbers of the catalogues that hold it.
///
/// Two offers are one where they have the same identity, or where an employer is named and all that was understood of both is
/// equal: title, employer, places, demands, contract, hours, pay, start. Their sources, ids, links, dates and marks may differ;
/// those of the first count. Within one catalogue nothing is folded: its own offers may well be alike.
#[derive(Default)]
pub(crate) struct Folding {
    kept: Vec<(Understood, Vec<u32>)>,
    by_identity: BTreeMap<String, usize>,
    by_name: BTreeMap<(String, String), Vec<usize>>,
}

impl Folding {
    /// Adds a catalogue; returns how many of its offers were there already.
    pub(crate) fn add(&mut self, number: u32, rows: Vec<Understood>) -> usize {
        let mut folded = 0;
        for row in rows {
            let earlier = |&at: &usize| self.kept[at].1[0] != number;
            let name = (row.offer.title.clone(), row.offer.employer.clone().unwrap_or_default());
            let alike =
                || self.by_name.get(&name)?.iter().copied().filter(earlier).find(|&at| is_same(&self.kept[at].0, &row));
            if let Some(at) = self.by_identity.get(&row.identity).copied().or_else(alike) {
                folded += 1;
                if self.kept[at].1.last() != Some(&number) {
                    self.kept[at].1.push(number);
                }
                continue;
            }
            self.keep(row, vec![number]);
        }
        folded
    }

    /// Goes on with offers that were folded before.
    pub(crate) fn keep(&mut self, row: Understood, sources: Vec<u32>) {
        self.by_identity.insert(row.identity.clone(), self.kept.len());
        if let Some(employer) = &row.offer.employer {
            self.by_name.entry((row.offer.title.clone(), employer.clone())).or_default().push(self.kept.len());
        }
        self.kept.push((row, sources));
    }

    /// The offers by identity, and for each the catalogues that hold it, the one that is shown first.
    pub(crate) fn finish(mut self) -> (Vec<Understood>, Vec<Vec<u32>>) {
        self.kept.sort_unstable_by(|(a, _), (b, _)| a.identity.cmp(&b.identity));
        self.kept.into_iter().unzip()
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
