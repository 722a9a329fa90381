use super::{Arrival, CommuteModel, Reach, ReachScratch, Sense, Site, SiteId, Sites};
use crate::model::{Mode, Modes};
use crate::units::{Fingerprint, FingerprintBuilder, Metres, Minutes, Point};

/// How one mode gets on: a fixed time to start and arrive, then a speed along a way longer than the great circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Travel {
    /// Tenths of a minute that every way takes: to the car and from the car park, to the stop and waiting.
    pub fixed: u16,
    /// Metres an hour along the way.
    pub speed: u32,
    /// Length of the way over the great circle, in hundredths.
    pub detour: u16,
}

/// Travel times from the great circle, with a speed and a detour for each mode. Needs no data and is shown with a “≈”.
///
/// Detours: medians of 23,376 car and 1,367 bicycle legs of the household travel survey of Hérault (1.47, 1.42), where
/// half of all car legs lie between 1.31 and 1.73; 1.5 for transit is that survey's model constant, 1.3 on foot is
/// judgement. Speeds and fixed times are judgement: door to door, towns and country roads mixed. [`GreatCircle::interval`]
/// gives the spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GreatCircle {
    modes: [Travel; 4],
}

impl Default for GreatCircle {
    fn default() -> GreatCircle {
        GreatCircle {
            modes: [
                Travel { fixed: 80, speed: 50_000, detour: 140 },
                Travel { fixed: 140, speed: 25_000, detour: 150 },
                Travel { fixed: 20, speed: 15_000, detour: 142 },
                Travel { fixed: 0, speed: 4_800, detour: 130 },
            ],
        }
    }
}

impl GreatCircle {
    /// With another figure for one mode.
    #[must_use]
    pub fn with(mut self, mode: Mode, travel: Travel) -> GreatCircle {
        self.modes[mode as usize] = travel;
        self
    }

    /// Minutes for a great-circle distance, rounded up to a tenth. Monotone in the distance.
    pub fn minutes(&self, mode: Mode, metres: Metres) -> Minutes {
        let Travel { fixed, speed, detour } = self.modes[mode as usize];
        if metres.0 == 0 {
            return Minutes::default();
        }
        let tenths = (u64::from(metres.0) * u64::from(detour) * 6).div_ceil(u64::from(speed.max(1)));
        Minutes::from_tenths(u32::try_from(u64::from(fixed) + tenths).unwrap_or(u32::MAX))
    }

    /// From–to minutes between which the time of four ways in five lies, as the detours of the survey spread by car (tenth
    /// percentile 1.22, ninetieth 2.02 around a median of 1.47).
    pub fn interval(&self, minutes: Minutes) -> (Minutes, Minutes) {
        let tenths = u32::from(minutes.tenths());
        (Minutes::from_tenths(tenths * 83 / 100), Minutes::from_tenths(tenths * 137 / 100))
    }

    /// The greatest distance within the limit; `None` where even the nearest place is beyond it. The time never falls
    /// with the distance, so that one comparison a site answers what the formula would.
    fn within(&self, modes: Modes, limit: Minutes) -> Option<Metres> {
        let fits = |metres: u32| self.fastest(modes, Metres(metres)).is_some_and(|(minutes, _)| minutes <= limit);
        if !fits(0) {
            return None;
        }
        let (mut fit, mut beyond) = (0, Point::FURTHEST.0 + 1);
        while beyond - fit > 1 {
            let middle = fit + (beyond - fit) / 2;
            if fits(middle) { fit = middle } else { beyond = middle }
        }
        Some(Metres(fit))
    }

    /// The fastest of the modes.
    fn fastest(&self, modes: Modes, metres: Metres) -> Option<(Minutes, Mode)> {
        modes.iter().map(|mode| (self.minutes(mode, metres), mode)).min()
    }
}

/// The ways from one place: each costs a comparison of squares where the site is out of reach, a root and a division for
/// each mode where it is not.
#[derive(Clone)]
pub(crate) struct Circle {
    model: GreatCircle,
    origin: Point,
    modes: Modes,
    limit: Minutes,
    /// The largest square of a chord that is within the limit; `None` where nothing is.
    squared: Option<u64>,
}

impl Circle {
    pub(super) fn to(&self, sites: &Sites, site: SiteId) -> Arrival {
        match sites.site(site) {
            Site::Point(point) if !self.reaches(point) => Arrival::Beyond,
            Site::Point(point) => {
                let metres = self.origin.distance(point);
                match self.model.fastest(self.modes, metres) {
                    Some((minutes, mode)) if minutes <= self.limit => Arrival::Known { minutes, mode, metres },
                    Some(_) => Arrival::Beyond,
                    None => Arrival::Unknown,
                }
            }
            Site::Area(area) => match self.model.fastest(self.modes, sites.at_least(area, self.origin)) {
                Some((minutes, _)) if minutes > self.limit => Arrival::Beyond,
                _ => Arrival::Unknown,
            },
        }
    }

    /// The same around another place.
    pub(crate) fn around(&self, origin: Point) -> Circle {
        Circle { origin, ..self.clone() }
    }

    pub(crate) fn origin(&self) -> Point {
        self.origin
    }

    /// Whether a point is no further than the limit.
    #[inline]
    fn reaches(&self, point: Point) -> bool {
        self.holds(self.origin.squared(point))
    }

    /// Whether a point at this square of the chord is no further than the limit.
    #[inline]
    pub(crate) fn holds(&self, squared: u64) -> bool {
        self.squared.is_some_and(|limit| squared <= limit)
    }

    /// Rings around the place, out to what takes so long, with something that is true of each: it is told the least
    /// minutes to any point of the ring; `None` where no mode is known.
    pub(crate) fn rings<T>(&self, out_to: Minutes, what: impl Fn(Option<Minutes>) -> T) -> Rings<T> {
        let furthest = match self.squared {
            Some(squared) if out_to == self.limit => squared,
            _ => self.model.within(self.modes, out_to).map_or(0, Point::chord_squared),
        };
        let width = (u64::BITS - furthest.leading_zeros()).saturating_sub(RINGS.ilog2());
        let least = |ring: usize| self.model.fastest(self.modes, Point::arc((ring as u64) << width));
        Rings { width, what: std::array::from_fn(|ring| what(least(ring).map(|(minutes, _)| minutes))) }
    }
}

const RINGS: usize = 64;

/// Rings around a place, with something that is true of each. They are equally wide in squares of the chord, so that the
/// ring of a point is found without a root; the last one has no end.
#[derive(Clone, Debug)]
pub(crate) struct Rings<T> {
    /// A ring is 2^`width` wide.
    width: u32,
    what: [T; RINGS],
}

impl<T: Copy> Rings<T> {
    /// What is true of the ring at this square of the chord.
    #[inline]
    pub(crate) fn at(&self, squared: u64) -> T {
        self.what[((squared >> self.width) as usize).min(RINGS - 1)]
    }
}

impl CommuteModel for GreatCircle {
    fn fingerprint(&self) -> Fingerprint {
        let figures = self.modes.iter().flat_map(|t| [u32::from(t.fixed), t.speed, u32::from(t.detour)]);
        let bytes: Vec<u8> = figures.flat_map(u32::to_le_bytes).collect();
        FingerprintBuilder::default().bytes(b"great-circle").bytes(&bytes).finish()
    }

    fn reach<'s>(
        &self,
        origin: Point,
        sites: &'s Sites,
        _sense: Sense,
        modes: Modes,
        limit: Minutes,
        scratch: &'s mut ReachScratch,
    ) -> Reach<'s> {
        let squared =
            if modes.is_empty() { Some(u64::MAX) } else { self.within(modes, limit).map(Point::chord_squared) };
        scratch.computed(Circle { model: self.clone(), origin, modes, limit, squared }, sites)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn nothing_in_a_ring_is_nearer_than_its_ring_says(
            lat in 47.0..50.0f64, lon in 4.0..8.0f64, north in -2.0..2.0f64, east in -2.0..2.0f64, limit in 0u32..2_000, out_to in 0u32..2_000,
        ) {
            let point = |lat, lon| crate::units::LatLon { lat, lon }.point();
            let (origin, there) = (point(lat, lon), point(lat + north, lon + east));
            let (model, modes) = (GreatCircle::default(), Modes::from(Mode::Car));
            let [limit, out_to] = [limit, out_to].map(Minutes::from_tenths);
            let squared = model.within(modes, limit).map(Point::chord_squared);
            let circle = Circle { model: model.clone(), origin, modes, limit, squared };
            let takes = model.minutes(Mode::Car, origin.distance(there));
            proptest::prop_assert_eq!(circle.reaches(there), takes <= limit);
            for out_to in [out_to, limit] {
                let least = circle.rings(out_to, |least| least).at(origin.squared(there));
                proptest::prop_assert!(least <= Some(takes));
            }
        }
    }

    #[test]
    fn a_car_takes_eight_minutes_and_a_minute_and_two_thirds_a_kilometre() {
        let model = GreatCircle::default();
        assert_eq!(model.minutes(Mode::Car, Metres(10_000)), Minutes::from_tenths(248));
        assert_eq!(model.minutes(Mode::Car, Metres(0)), Minutes::new(0));
    }

    proptest::proptest! {
        #[test]
        fn further_is_never_faster(a in 0u32..2_000_000, more in 0u32..100_000) {
            for mode in Mode::ALL {
                let model = GreatCircle::default();
                proptest::prop_assert!(model.minutes(mode, Metres(a)) <= model.minutes(mode, Metres(a + more)));
            }
        }
    }
}
