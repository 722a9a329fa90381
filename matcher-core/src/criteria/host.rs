use super::{Deficit, Side, Verdict};
use crate::explain::Line;
use crate::model::{Offer, Profile};
use crate::units::{Day, Fingerprint, Ratio};

/// A criterion of the host's own: a name, a filter, a deficit and the lines that explain it.
///
/// Contract: a pure function of the pair, the day and what the fingerprint names; never of other offers or profiles.
pub trait Criterion: Send + Sync {
    /// A name that no other criterion has. It also places the criterion in the product.
    fn id(&self) -> &str;

    /// λ: the most it may take of the score, up to 0.95; zero for a mere filter.
    fn weight(&self) -> Ratio;

    /// Names the criterion's data and rules; it changes when any of its answers can.
    fn fingerprint(&self) -> Fingerprint;

    /// Whose interest it stands for.
    fn side(&self) -> Side {
        Side::Fit
    }

    /// Whether the offer may be shown at all.
    fn verdict(&self, _pair: &Pair<'_>) -> Verdict {
        Verdict::Pass
    }

    /// How much of its weight is lost.
    fn deficit(&self, pair: &Pair<'_>) -> Deficit;

    /// Why; the engine fills in the points.
    fn lines(&self, _pair: &Pair<'_>) -> Vec<Line> {
        Vec::new()
    }
}

/// What a host's criterion sees: the raw records. The offer comes without its text.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The person.
    pub profile: &'a Profile,
    /// The offer.
    pub offer: &'a Offer,
    /// The day of the question, where one was given.
    pub as_of: Option<Day>,
}
