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

/// How sure a past occupation makes one of its essential skills (judgement).
pub(crate) const IMPLIED_CONFIDENCE: Ratio = Ratio::percent(50);
/// Credit of a level below the one asked by 0, 1, 2, 3 (judgement).
pub(crate) const LEVEL_CREDIT: [Ratio; 5] =
    [Ratio::ONE, Ratio::percent(70), Ratio::percent(40), Ratio::percent(20), Ratio::percent(20)];
/// Credit of an unknown level where one is asked (judgement).
pub(crate) const LEVEL_HAVE_UNKNOWN: Ratio = Ratio::percent(80);
/// What an occupation of unknown length is worth where years are asked (judgement).
pub(crate) const YEARS_UNKNOWN: Ratio = Ratio::percent(75);

/// Titles whose vectors have this cosine or less have nothing in common (judgement: titles drawn at
/// random are about so near).
pub(crate) const TITLE_NONE: Ratio = Ratio::percent(20);
/// Titles whose vectors have this cosine or more are the same job in other words (judgement).
pub(crate) const TITLE_FULL: Ratio = Ratio::percent(90);
/// Of a wish's words, by their information, so many found in the offer are as good as all (judgement: a wish says more than
/// the job).
pub(crate) const WISH_WORDS_FULL: Ratio = Ratio::percent(80);
/// A phrase of an offer's text and what a person says of herself have nothing in common up to this cosine (judgement:
/// above what nineteen of twenty random phrases have).
pub(crate) const PHRASE_NONE: Ratio = Ratio::percent(30);
/// From this cosine on they say the same (judgement).
pub(crate) const PHRASE_FULL: Ratio = Ratio::percent(80);
/// A text is met in full where its phrases are so near in the mean (judgement: a text also says what nobody states).
pub(crate) const TASKS_FULL: Ratio = Ratio::percent(45);

/// A gap of so many CEFR levels is a full deficit (judgement).
pub(crate) const CEFR_GAP: u32 = 3;
/// A gap of so many EQF levels is a full deficit (judgement).
pub(crate) const EQF_GAP: u32 = 3;
/// So many days late is a full deficit (judgement: a notice period of three months).
pub(crate) const DAYS_LATE: u32 = 90;
/// A way of so many tenths of a minute costs nothing (judgement).
pub(crate) const FREE_TENTHS: u32 = 150;
/// The limit that the cost of a way is measured against where the person states none, tenths of a minute (judgement).
pub(crate) const USUAL_LIMIT_TENTHS: u32 = 600;
/// A pay below the floor by this share of it is a full deficit (judgement).
pub(crate) const PAY_SHORTFALL: Ratio = Ratio::percent(25);
/// So many tenths of an hour a week away from the hours wanted is a full deficit (judgement).
pub(crate) const HOURS_GAP_TENTHS: u32 = 150;
