use super::great_circle::Circle;
use super::{SiteId, Sites};
use crate::model::Mode;
use crate::units::{Metres, Minutes};

/// What a model says of one site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It takes so long.
    Known {
        /// One way.
        minutes: Minutes,
        /// The fastest way of travelling; of two equally fast the first in [`Mode::ALL`].
        mode: Mode,
        /// Length of the way as the crow flies.
        metres: Metres,
    },
    /// It takes longer than the limit.
    Beyond,
    /// The model cannot tell.
    Unknown,
}

/// Memory for [`Reach`], handed in and used again so that a query allocates nothing.
#[derive(Default)]
pub struct ReachScratch {
    arrivals: Vec<Arrival>,
    passed_over: bool,
    circle: Option<Circle>,
}

impl ReachScratch {
    /// Starts a new answer for so many sites, all unknown; fill it with [`ReachScratch::set`], then [`ReachScratch::done`].
    pub fn start(&mut self, sites: usize) {
        self.arrivals.clear();
        self.arrivals.resize(sites, Arrival::Unknown);
        self.passed_over = false;
        self.circle = None;
    }

    /// Says that the model knows nothing of one of the modes asked. What the others do not reach is then unknown rather
    /// than beyond, for that mode may be the faster one.
    pub fn pass_over_a_mode(&mut self) {
        self.passed_over = true;
    }

    /// Sets what is known of one site.
    pub fn set(&mut self, site: SiteId, arrival: Arrival) {
        self.arrivals[site.index()] = arrival;
    }

    /// The answer.
    pub fn done(&self) -> Reach<'_> {
        Reach { arrivals: &self.arrivals, passed_over: self.passed_over, circle: None }
    }

    /// An answer that is computed for each site when it is asked for: most are never asked for.
    pub(crate) fn computed<'s>(&'s mut self, circle: Circle, sites: &'s Sites) -> Reach<'s> {
        let circle = self.circle.insert(circle);
        Reach { arrivals: &[], passed_over: false, circle: Some((circle, sites)) }
    }
}

/// Travel times from one origin to every site of an index.
#[derive(Clone, Copy)]
pub struct Reach<'s> {
    arrivals: &'s [Arrival],
    passed_over: bool,
    circle: Option<(&'s Circle, &'s Sites)>,
}

impl<'s> Reach<'s> {
    /// Of who lives nowhere: every way is unknown.
    pub(crate) const fn nowhere() -> Reach<'s> {
        Reach { arrivals: &[], passed_over: false, circle: None }
    }

    /// What the model says of a site.
    pub fn to(&self, site: SiteId) -> Arrival {
        if let Some((circle, sites)) = self.circle {
            return circle.to(sites, site);
        }
        match self.arrivals.get(site.index()) {
            Some(Arrival::Beyond) if self.passed_over => Arrival::Unknown,
            Some(&arrival) => arrival,
            None => Arrival::Unknown,
        }
    }

    /// The circle within which everything is, where the answer depends on distance alone.
    pub(crate) fn circle(&self) -> Option<&'s Circle> {
        self.circle.map(|(circle, _)| circle)
    }

    /// Whether a mode was asked of which the model knows nothing: then a way may be faster than what is said of it.
    pub fn has_passed_over_a_mode(&self) -> bool {
        self.passed_over
    }
}
