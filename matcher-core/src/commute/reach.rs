use super::SiteId;
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
}

impl ReachScratch {
    /// Starts a new answer for so many sites, all unknown; fill it with [`ReachScratch::set`], then [`ReachScratch::done`].
    pub fn start(&mut self, sites: usize) {
        self.arrivals.clear();
        self.arrivals.resize(sites, Arrival::Unknown);
    }

    /// Sets what is known of one site.
    pub fn set(&mut self, site: SiteId, arrival: Arrival) {
        self.arrivals[site.index()] = arrival;
    }

    /// The answer.
    pub fn done(&self) -> Reach<'_> {
        Reach { arrivals: &self.arrivals }
    }
}

/// Travel times from one origin to every site of an index.
#[derive(Clone, Copy)]
pub struct Reach<'s> {
    arrivals: &'s [Arrival],
}

impl Reach<'_> {
    /// What the model says of a site.
    pub fn to(&self, site: SiteId) -> Arrival {
        self.arrivals.get(site.index()).copied().unwrap_or(Arrival::Unknown)
    }
}
