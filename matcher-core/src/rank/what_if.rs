use serde::Serialize;

use super::{Inner, Lens, OfferIndex, Query, SearchScratch};
use crate::change::Change;
use crate::prepare::Person;
use crate::units::{Day, Score};
use crate::{Error, score};
use crate::{criteria, index};

/// A match before and after a change of the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// Score and rank before; `None` for the rank of an offer that is not shown.
    pub before: (Score, Option<usize>),
    /// Score and rank after.
    pub after: (Score, Option<usize>),
    /// How many offers are shown before and after.
    pub eligible: (usize, usize),
}

impl OfferIndex {
    /// What would become of one offer if the person were different: score and rank among all offers, both computed anew.
    ///
    /// # Errors
    /// `call.unknown-offer`.
    ///
    /// Cost: two searches, in which every offer that reaches the score of this one is scored.
    pub fn what_if(&self, query: impl Into<Query>, changes: &[Change], offer: &str) -> Result<WhatIf, Error> {
        let query = query.into();
        let row = self.row(offer)?;
        let person = self.own(&query.person);
        let changed = changes.iter().fold(person.profile().clone(), |profile, change| change.apply(&profile));
        let changed = person.changed(&self.engine().0, &changed)?;
        let (before, eligible_before) = self.standing(&person, query.as_of, row);
        let (after, eligible_after) = self.standing(&changed, query.as_of, row);
        Ok(WhatIf { before, after, eligible: (eligible_before, eligible_after) })
    }

    /// Score and rank of one offer, and how many are shown.
    fn standing(&self, person: &Person, as_of: Option<Day>, row: usize) -> ((Score, Option<usize>), usize) {
        let Inner { engine, offers, layout, .. } = &*self.0;
        SearchScratch::lent(|SearchScratch { reach, touched, pair, index: memory }| {
            let lens = Lens::new(&engine.0, offers, &person.0, as_of, reach, touched);
            let own = score::score(&lens.case(row), pair).score;
            index::sweep(layout, &lens, memory);
            index::admit(layout, &lens, memory, None);
            let eligible = memory.eligible();
            if !criteria::passes(&lens.case(row)) {
                return ((own, None), eligible);
            }
            index::look_at_titles(layout, &lens, memory);
            memory.keep_reaching(layout, |_| own);
            index::lower(layout, &lens, memory, |_| own);
            let is_better = |&other: &usize| {
                let theirs = score::score(&lens.case(other), pair).score;
                theirs > own || (theirs == own && other < row)
            };
            ((own, Some(1 + memory.rows(layout).filter(is_better).count())), eligible)
        })
    }
}
