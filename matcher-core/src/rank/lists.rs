use super::answer::{Answer, Hit};
use super::best::Best;
use super::best_of_groups::BestOfGroups;
use super::standing::Standing;
use super::{Lens, OfferIndex, Query, Rotation};
use crate::criteria::Case;
use crate::explain;
use crate::score::{self, Scored, Scratch};
use crate::units::{Ratio, Score};

/// The lists of an answer while it is made: the best, and, where a confidence is asked, the best of the others.
pub(super) struct Lists<'a> {
    best: List<'a>,
    uncertain: List<'a>,
    min_score: Score,
    min_confidence: Ratio,
    rotation: Option<&'a Rotation>,
}

enum List<'a> {
    Offers(Best),
    /// With the group of each row.
    Groups(BestOfGroups, &'a [u32]),
}

impl<'a> List<'a> {
    fn new(k: usize, groups: Option<&'a [u32]>) -> List<'a> {
        match groups {
            None => List::Offers(Best::new(k)),
            Some(groups) => List::Groups(BestOfGroups::new(k), groups),
        }
    }

    fn least(&self) -> Score {
        match self {
            List::Offers(best) => best.least(),
            List::Groups(best, _) => best.least(),
        }
    }

    fn push(&mut self, standing: Standing, row: usize, scored: Scored) {
        match self {
            List::Offers(best) => best.push_at(standing, row as u32, scored),
            List::Groups(best, groups) => best.push_at(standing, groups[row], row as u32, scored),
        }
    }

    fn take(&mut self) -> Vec<(u32, Scored)> {
        match self {
            List::Offers(best) => best.take(),
            List::Groups(best, _) => best.take(),
        }
    }
}

impl<'a> Lists<'a> {
    pub(super) fn new(query: &'a Query, index: &'a OfferIndex) -> Lists<'a> {
        let groups = query.one_per.map(|group| index.groups(group));
        Lists {
            best: List::new(query.k, groups),
            uncertain: List::new(query.k, groups),
            min_score: query.min_score,
            min_confidence: query.min_confidence,
            rotation: query.rotation.as_ref(),
        }
    }

    /// The least score with which an offer may still be in a list. Which of the two lists it is for is known only when it
    /// is scored.
    pub(super) fn least(&self) -> Score {
        let least = if self.is_parted() { self.best.least().min(self.uncertain.least()) } else { self.best.least() };
        least.max(self.min_score)
    }

    fn is_parted(&self) -> bool {
        self.min_confidence > Ratio::ZERO
    }

    /// Scores an offer that may be shown.
    pub(super) fn look_at(&mut self, case: &Case<'_>, scratch: &mut Scratch) {
        let Some(scored) = score::score_from(case, self.least(), scratch) else { return };
        let standing = Standing::of(case, &scored, self.rotation);
        if self.is_parted() && explain::confidence(case) < self.min_confidence {
            self.uncertain.push(standing, case.offer, scored);
        } else {
            self.best.push(standing, case.offer, scored);
        }
    }

    pub(super) fn into_hits(mut self, lens: &Lens<'_>, index: &OfferIndex, answer: &mut Answer) {
        let (person, as_of) = (answer.person().clone(), answer.as_of());
        let hits = |list: &mut List<'_>| {
            let ranked = list.take().into_iter().enumerate();
            ranked
                .map(|(i, (row, scored))| Hit::new(&lens.case(row as usize), index, &person, as_of, i + 1, scored))
                .collect()
        };
        answer.uncertain = hits(&mut self.uncertain);
        answer.hits = hits(&mut self.best);
    }
}
