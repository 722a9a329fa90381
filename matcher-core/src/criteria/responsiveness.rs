use std::collections::BTreeMap;

use super::{Criterion, Deficit, Pair, Side};
use crate::explain::Line;
use crate::settings::Weights;
use crate::text::fold;
use crate::units::{Fingerprint, FingerprintBuilder, Ratio};

/// How many of the applications that an employer receives are answered: an optional criterion, switched on with
/// [`EngineBuilder::criterion`](crate::EngineBuilder::criterion).
///
/// What is lost is the share that stays without an answer. An employer of whom nothing is known, and an offer that names
/// none, count the neutral of a third.
#[derive(Clone, Debug)]
pub struct Responsiveness {
    weight: Ratio,
    /// Folded employer → share answered.
    answered: BTreeMap<String, Ratio>,
}

impl Responsiveness {
    const NEUTRAL: Ratio = Ratio::percent(33);

    /// The share of applications answered, by employer, whatever the case and accents of the name; `weight` is the most that
    /// it may take, .95 and less.
    pub fn new(weight: Ratio, answered: impl IntoIterator<Item = (String, Ratio)>) -> Responsiveness {
        let answered = answered.into_iter().map(|(employer, share)| (fold(&employer), share)).collect();
        Responsiveness { weight: weight.min(Weights::MAX), answered }
    }

    fn known(&self, pair: &Pair<'_>) -> Option<Ratio> {
        self.answered.get(&fold(pair.offer.employer.as_deref()?)).copied()
    }
}

impl Criterion for Responsiveness {
    fn id(&self) -> &str {
        "responsiveness"
    }

    fn weight(&self) -> Ratio {
        self.weight
    }

    fn fingerprint(&self) -> Fingerprint {
        let mut fingerprint = FingerprintBuilder::default().bytes(b"responsiveness 1");
        fingerprint.add(&self.weight.parts().to_le_bytes());
        for (employer, share) in &self.answered {
            fingerprint.add(employer.as_bytes());
            fingerprint.add(&share.parts().to_le_bytes());
        }
        fingerprint.finish()
    }

    fn side(&self) -> Side {
        Side::Wish
    }

    fn deficit(&self, pair: &Pair<'_>) -> Deficit {
        self.known(pair).map_or(Deficit::Unknown(Responsiveness::NEUTRAL), |share| Deficit::Known(share.rest()))
    }

    fn lines(&self, pair: &Pair<'_>) -> Vec<Line> {
        vec![match self.known(pair) {
            None => Line::new("responsiveness.unknown"),
            Some(share) => Line::new("responsiveness.known").percent("share", share),
        }]
    }
}
