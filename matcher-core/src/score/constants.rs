//! Every number of the default score that is not a caller's setting, in one place. Sources or the word *judgement*.

use crate::units::Ratio;

/// Mass of an essential requirement against an optional one (judgement: the publisher separates the two kinds, and an
/// essential skill missed must weigh more than two optional ones).
pub(crate) const ESSENTIAL_MASS: u32 = 3;
/// Mass of an optional requirement.
pub(crate) const OPTIONAL_MASS: u32 = 1;
/// An offer that says almost nothing is taken to ask for as much as this many ordinary essential skills (judgement).
pub(crate) const ORDINARY_ESSENTIALS: u32 = 4;

/// What a skill lends to one directly below it (judgement; measured: near credit moves no ranking noticeably).
pub(crate) const LEND_BROADER: Ratio = Ratio::percent(60);
/// What a skill lends to one that the publisher relates to it (judgement).
pub(crate) const LEND_RELATED: Ratio = Ratio::percent(40);
/// What siblings lend at a Lin similarity of 1 (judgement).
pub(crate) const LEND_SIBLING: Ratio = Ratio::percent(40);
/// What skills asked together lend at a cosine of 1 (judgement).
pub(crate) const LEND_TOGETHER: Ratio = Ratio::percent(40);
/// Less is no loan.
pub(crate) const LEND_LEAST: Ratio = Ratio::percent(20);
/// A skill lends to so many others at most: a bound on memory, far above the median.
pub(crate) const LENDS_AT_MOST: usize = 48;

/// Less similarity between occupations counts as none.
pub(crate) const SIMILAR_LEAST: Ratio = Ratio::percent(15);
/// An occupation has so many similar ones at most: a bound on memory.
pub(crate) const SIMILAR_AT_MOST: usize = 160;
