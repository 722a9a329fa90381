use std::cmp::Reverse;

use super::Rotation;
use crate::criteria::Case;
use crate::score::Scored;
use crate::units::Score;

/// Where a match stands before ties go by number: by falling score; where lists rotate by falling band, then by turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    /// The least score of the band; without bands the score itself.
    pub(super) from: Reverse<Score>,
    turn: u64,
}

impl Standing {
    /// By score alone.
    pub(super) fn by_score(scored: &Scored) -> Standing {
        Standing { from: Reverse(scored.score), turn: 0 }
    }

    pub(super) fn of(case: &Case<'_>, scored: &Scored, rotation: Option<&Rotation>) -> Standing {
        match rotation {
            None => Standing::by_score(scored),
            Some(rotation) => {
                let (id, offer) = (&case.offers.ids[case.offer], &case.offers.raw[case.offer]);
                Standing { from: Reverse(rotation.band(scored.score)), turn: rotation.turn(id, offer) }
            }
        }
    }
}
