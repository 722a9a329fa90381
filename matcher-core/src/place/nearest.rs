use crate::units::{Metres, Point};

/// Points in the order of their distance from the equator's plane, so that the nearest one is found in a band.
///
/// The difference in that one coordinate is never more than the chord, and the chord never more than the arc: the search
/// goes up and down from the wanted point and stops where the band alone is further than the best found. Building sorts
/// (n log n); a search looks at the points of a band as wide as twice the answer, at worst at all n.
#[derive(Clone, Debug, Default)]
pub(crate) struct Band(Vec<(Point, u32)>);

impl Band {
    pub(crate) fn new(points: impl IntoIterator<Item = (Point, u32)>) -> Band {
        let mut points: Vec<_> = points.into_iter().collect();
        points.sort_unstable_by_key(|&(point, id)| (point.0[2], id));
        Band(points)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Point, u32)> + '_ {
        self.0.iter().copied()
    }

    /// The nearest point and its number, the lower number where two are as near; `None` without points.
    pub(super) fn nearest(&self, from: Point) -> Option<(Metres, u32)> {
        self.nearest_within(from, Point::FURTHEST)
    }

    /// The same among the points no further than this; the fewer, the shorter the search.
    pub(crate) fn nearest_within(&self, from: Point, most: Metres) -> Option<(Metres, u32)> {
        let start = self.0.partition_point(|(point, _)| point.0[2] < from.0[2]);
        let none = (most, u32::MAX);
        let mut best = none;
        let mut look = |&(point, id): &(Point, u32)| {
            if point.0[2].abs_diff(from.0[2]) > best.0.0 + 1 {
                return false;
            }
            best = best.min((from.distance(point), id));
            true
        };
        let (mut up, mut down) = (self.0[start..].iter(), self.0[..start].iter().rev());
        let (mut more_up, mut more_down) = (true, true);
        while more_up || more_down {
            more_up = more_up && up.next().is_some_and(&mut look);
            more_down = more_down && down.next().is_some_and(&mut look);
        }
        (best != none).then_some(best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::LatLon;

    proptest::proptest! {
        #[test]
        fn the_band_finds_what_looking_at_all_points_finds(
            places in proptest::collection::vec((-80.0..80.0f64, -179.0..179.0f64), 0..60), lat in -80.0..80.0f64, lon in -179.0..179.0f64, most in 0..3_000_000u32,
        ) {
            let from = LatLon { lat, lon }.point();
            let points: Vec<_> = places.iter().zip(0u32..).map(|(&(lat, lon), i)| (LatLon { lat, lon }.point(), i)).collect();
            let all = points.iter().map(|&(point, id)| (from.distance(point), id)).min();
            let band = Band::new(points);
            proptest::prop_assert_eq!(band.nearest(from), all);
            let within = all.filter(|(metres, _)| metres.0 <= most);
            proptest::prop_assert_eq!(band.nearest_within(from, Metres(most)), within);
        }
    }
}
