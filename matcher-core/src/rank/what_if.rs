use serde::Serialize;

use super::{Lens, OfferIndex, Query, SearchScratch};
use crate::change::Change;
use crate::criteria;
use crate::prepare::Person;
use crate::units::{Day, Score};
use crate::{Error, score};

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
    /// Cost: two looks at every offer.
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
        let mut scratch = SearchScratch::default();
        let (engine, offers) = (&*self.0.engine.0, &self.0.offers);
        let lens = Lens::new(engine, offers, &person.0, as_of, &mut scratch.reach, &mut scratch.touched);
        let own = score::score(&lens.case(row), &mut scratch.pair).score;
        let (mut better, mut eligible) = (0, 0);
        for other in 0..offers.len() {
            let case = lens.case(other);
            if criteria::passes(&case) {
                eligible += 1;
                let theirs = score::score(&case, &mut scratch.pair).score;
                better += usize::from(theirs > own || (theirs == own && other < row));
            }
        }
        let shown = criteria::passes(&lens.case(row));
        ((own, shown.then_some(better + 1)), eligible)
    }
}
