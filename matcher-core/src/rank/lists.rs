use super::answer::{Answer, Hit};
use super::best::Best;
use super::{Lens, OfferIndex, Query};
use crate::criteria::Case;
use crate::explain;
use crate::score::{self, Scratch};
use crate::units::{Ratio, Score};

/// The lists of an answer while it is made: the best, and, where a confidence is asked, the best of the others.
pub(super) struct Lists {
    best: Best,
    uncertain: Best,
    min_score: Score,
    min_confidence: Ratio,
}

impl Lists {
    pub(super) fn new(query: &Query) -> Lists {
        Lists {
            best: Best::new(query.k),
            uncertain: Best::new(query.k),
            min_score: query.min_score,
            min_confidence: query.min_confidence,
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
        if self.is_parted() && explain::confidence(case) < self.min_confidence {
            self.uncertain.push(case.offer as u32, scored);
        } else {
            self.best.push(case.offer as u32, scored);
        }
    }

    pub(super) fn into_hits(mut self, lens: &Lens<'_>, index: &OfferIndex, answer: &mut Answer) {
        let (person, as_of) = (answer.person().clone(), answer.as_of());
        let hits = |best: &mut Best| {
            let ranked = best.take().into_iter().enumerate();
            ranked
                .map(|(i, (row, scored))| Hit::new(&lens.case(row as usize), index, &person, as_of, i + 1, scored))
                .collect()
        };
        answer.uncertain = hits(&mut self.uncertain);
        answer.hits = hits(&mut self.best);
    }
}
