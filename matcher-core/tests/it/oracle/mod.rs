//! The score once more, written from its definition and from the raw records: no columns, no tables, no reuse. It looks at
//! everything every time, tries every assignment of lenders, and would be far too slow for use.
//!
//! Ratios are whole numbers of parts of 2¹⁵, losses of 2³⁰, as in the definition. What it takes from the crate is only
//! what has its own tests: the reading of places, distances and the minutes of a commute model.

mod conditions;
mod facts;
mod limits;
mod skills;
mod travel;
mod words;
mod work;

pub(crate) use facts::Facts;
pub(crate) use skills::requirements;

use matcher_core::model::{Ask, Offer, Profile};
use matcher_core::testing::World;
use matcher_core::{Engine, Gazetteer, Taxonomy};

/// One, in parts of 2¹⁵.
pub(crate) const ONE: u64 = 1 << 15;

/// `a / b` to the nearest part of 2¹⁵, cut to one; nothing where `b` is nothing.
pub(crate) fn ratio(a: u64, b: u64) -> u64 {
    (a * ONE + b / 2).checked_div(b).map_or(0, |parts| parts.min(ONE))
}

pub(crate) fn percent(hundredths: u64) -> u64 {
    ratio(hundredths, 100)
}

pub(crate) fn parts(ratio: matcher_core::units::Ratio) -> u64 {
    u64::from(ratio.parts())
}

/// Shares `total` out by largest remainder, ties to the earlier.
pub(crate) fn shared(total: u64, masses: &[u64]) -> Vec<u64> {
    let sum: u64 = masses.iter().sum();
    if sum == 0 {
        return vec![0; masses.len()];
    }
    let mut shares: Vec<u64> = masses.iter().map(|mass| mass * total / sum).collect();
    while shares.iter().sum::<u64>() < total {
        let behind = |&i: &usize| (masses[i] * total) as i64 - (shares[i] * sum) as i64;
        let next = (0..masses.len()).max_by_key(|i| (behind(i), std::cmp::Reverse(*i))).unwrap();
        shares[next] += 1;
    }
    shares
}

/// A world looked at by the oracle.
pub(crate) struct Oracle<'a> {
    pub(crate) world: &'a World,
    pub(crate) facts: Facts,
    pub(crate) places: Gazetteer,
    pub(crate) taxonomy: Taxonomy,
}

/// What the oracle says of one pair.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) score: u64,
    pub(crate) fit: u64,
    pub(crate) wish: u64,
    pub(crate) shown: bool,
    pub(crate) unverified: Vec<&'static str>,
}

impl<'a> Oracle<'a> {
    pub(crate) fn new(world: &'a World, engine: &Engine) -> Oracle<'a> {
        Oracle {
            world,
            facts: Facts::of(&world.taxonomy),
            places: engine.places().clone(),
            taxonomy: engine.taxonomy().clone(),
        }
    }

    pub(crate) fn judge(&self, profile: &Profile, offer: &Offer) -> Judged {
        let weights = &self.world.settings.weights;
        let weigh = |weight, deficit: u64| parts(weight) * deficit;
        // In the order of the criteria's ids; true for those of the person's wishes.
        let losses = [
            (weigh(weights.availability, work::availability(self, profile, offer)), false),
            (weigh(weights.commute, travel::deficit(self, profile, offer)), true),
            (weigh(weights.conditions, conditions::deficit(self, profile, offer)), true),
            (weigh(weights.education, work::education(self, profile, offer)), false),
            (weigh(weights.languages, work::languages(self, profile, offer)), false),
            (weigh(weights.occupation, work::occupation(self, profile, offer)), false),
            (weigh(weights.pay, conditions::pay(self, profile, offer)), true),
            (skills::loss(self, profile, offer), false),
            (weigh(weights.tasks, words::tasks(self, profile, offer)), false),
            (weigh(weights.wish, work::wish(self, profile, offer)), true),
        ];
        let product = |of: &dyn Fn(bool) -> bool| {
            let kept = losses.iter().filter(|(_, wish)| of(*wish)).map(|(loss, _)| (1 << 30) - loss);
            let p = kept.fold(1u64 << 30, |p, kept| (p * kept) >> 30);
            (p * 1_000_000 + (1 << 29)) >> 30
        };
        let (shown, unverified) = limits::all(self, profile, offer);
        Judged {
            score: product(&|_| true),
            fit: product(&|wish| !wish),
            wish: product(&|wish| wish),
            shown: shown && says_something(self, profile),
            unverified,
        }
    }
}

/// Whether a ranking for this person means anything.
fn says_something(oracle: &Oracle<'_>, profile: &Profile) -> bool {
    let named = |title: &Option<String>, id: &Option<String>| {
        title.is_some() || id.as_ref().is_some_and(|id| oracle.facts.occupation(id).is_some())
    };
    let says = |text: &str| oracle.taxonomy.words().is_some_and(|words| !words.vector(text).is_zero());
    profile.skills.iter().any(|claim| oracle.facts.skill(&claim.skill).is_some() || says(&claim.skill))
        || profile.occupations.iter().any(|past| named(&past.title, &past.occupation))
        || profile.wishes.iter().any(|wish| named(&wish.title, &wish.occupation))
}

/// The occupation of an offer: its id, else its title.
pub(crate) fn occupation_of(oracle: &Oracle<'_>, offer: &Offer) -> Option<usize> {
    let by_id = offer.occupation.as_ref().and_then(|id| oracle.facts.occupation(id));
    by_id.or_else(|| oracle.facts.titled(&offer.title))
}

pub(crate) fn known<T>(ask: &Ask<T>) -> Option<&T> {
    match ask {
        Ask::Known(value) => Some(value),
        _ => None,
    }
}
