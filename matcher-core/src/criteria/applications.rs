use std::collections::BTreeMap;

use super::{Criterion, Deficit, Pair, Side};
use crate::explain::Line;
use crate::settings::Weights;
use crate::units::{Fingerprint, FingerprintBuilder, Ratio};

/// How many already apply for each job that an offer has to fill: an optional criterion, switched on with
/// [`EngineBuilder::criterion`](crate::EngineBuilder::criterion).
///
/// Nothing is lost up to one application a job, all of the weight from [`Applications::FULL`] on, in a straight line between
/// them. An offer of which no number is known counts the neutral of a third; one that does not say how many jobs it has to
/// fill has one.
#[derive(Clone, Debug)]
pub struct Applications {
    weight: Ratio,
    received: BTreeMap<String, u32>,
}

impl Applications {
    /// Applications for one job that cost the whole weight. Judgement.
    pub const FULL: u32 = 20;
    const NEUTRAL: Ratio = Ratio::percent(33);

    /// Applications received so far, by the identity of the offer; `weight` is the most that they may take, .95 and less.
    pub fn new(weight: Ratio, received: impl IntoIterator<Item = (String, u32)>) -> Applications {
        Applications { weight: weight.min(Weights::MAX), received: received.into_iter().collect() }
    }

    /// Applications and jobs to fill.
    fn known(&self, pair: &Pair<'_>) -> Option<(u32, u32)> {
        let received = *self.received.get(&pair.offer.identity())?;
        Some((received, pair.offer.openings.unwrap_or(1).max(1)))
    }
}

impl Criterion for Applications {
    fn id(&self) -> &str {
        "applications"
    }

    fn weight(&self) -> Ratio {
        self.weight
    }

    fn fingerprint(&self) -> Fingerprint {
        let mut fingerprint = FingerprintBuilder::default().bytes(b"applications 1");
        fingerprint.add(&self.weight.parts().to_le_bytes());
        for (offer, received) in &self.received {
            fingerprint.add(offer.as_bytes());
            fingerprint.add(&received.to_le_bytes());
        }
        fingerprint.finish()
    }

    fn side(&self) -> Side {
        Side::Wish
    }

    fn deficit(&self, pair: &Pair<'_>) -> Deficit {
        match self.known(pair) {
            None => Deficit::Unknown(Applications::NEUTRAL),
            Some((received, jobs)) => {
                let above = u64::from(received.saturating_sub(jobs));
                Deficit::Known(Ratio::of(above, u64::from(jobs) * u64::from(Applications::FULL - 1)))
            }
        }
    }

    fn lines(&self, pair: &Pair<'_>) -> Vec<Line> {
        vec![match self.known(pair) {
            None => Line::new("applications.unknown"),
            Some((received, jobs)) => Line::new("applications.known").number("received", received).number("jobs", jobs),
        }]
    }
}
