use std::collections::{BTreeMap, BTreeSet};

use super::OfferIndex;
use crate::issue::{Issue, Severity};
use crate::model::Offer;
use crate::prepare::Columns;

impl OfferIndex {
    /// The index after offers were added or replaced and others were taken out: by identity, `source:id` or the id where it
    /// has no source. This one stays as it is and goes on answering. Answers are those of an index over the offers that there
    /// are then, made anew. An identity to take out that is not there is told in a note.
    ///
    /// Cost: the new offers are prepared, the others copied and laid out again: about a microsecond each.
    pub fn with(&self, added: &[Offer], taken_out: &[&str]) -> (OfferIndex, Vec<Issue>) {
        let mut issues = Vec::new();
        let added = Columns::prepare(&self.engine().0, added, &mut issues);
        let mut gone: BTreeSet<&str> = BTreeSet::new();
        for &id in taken_out {
            if self.contains(id) {
                gone.insert(id);
            } else {
                let cause = format!("there is no offer {id} to take out");
                issues.push(Issue::new("offer.not-there", Severity::Note, cause).of(id));
            }
        }
        let own = self.0.offers.ids.iter().enumerate().filter(|(_, id)| !gone.contains(&***id));
        let mut rows: BTreeMap<&str, (usize, usize)> = own.map(|(row, id)| (&**id, (0, row))).collect();
        rows.extend(added.ids.iter().enumerate().map(|(row, id)| (&**id, (1, row))));
        let rows: Vec<(usize, usize)> = rows.into_values().collect();
        (OfferIndex::new(self.engine().clone(), Columns::gathered(&[&self.0.offers, &added], &rows)), issues)
    }
}
