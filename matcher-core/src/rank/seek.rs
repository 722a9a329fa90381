use super::best::Best;
use crate::units::{Day, Score};

/// Which people to look for: how many for each offer, from which score on, on which day. By default ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seek {
    pub(crate) k: usize,
    pub(crate) as_of: Option<Day>,
    pub(crate) min_score: Score,
}

impl Default for Seek {
    fn default() -> Seek {
        Seek { k: 10, as_of: None, min_score: Score::default() }
    }
}

impl Seek {
    /// The first ten.
    pub fn new() -> Seek {
        Seek::default()
    }

    /// The first `k`.
    #[must_use]
    pub fn k(self, k: usize) -> Seek {
        Seek { k, ..self }
    }

    /// On this day: nobody is found for an offer past its date. Without a day no date is looked at.
    #[must_use]
    pub fn as_of(self, day: impl Into<Option<Day>>) -> Seek {
        Seek { as_of: day.into(), ..self }
    }

    /// Only matches of at least this score.
    #[must_use]
    pub fn min_score(self, score: Score) -> Seek {
        Seek { min_score: score, ..self }
    }

    /// The least score that could still be kept.
    pub(super) fn least(&self, best: &Best) -> Score {
        best.least().max(self.min_score)
    }
}
