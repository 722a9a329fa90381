use crate::units::Point;

/// A ball around points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ball {
    pub(super) centre: Point,
    /// Metres, rounded up.
    pub(super) radius: u32,
}

/// Squares of the chords to the nearest and the furthest that a point of a ball can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) nearest: u64,
    pub(super) furthest: u64,
}

impl Ball {
    /// How far its points are from this one.
    pub(super) fn span(&self, from: Point) -> Span {
        // The root is rounded down, so that both ends are a metre on the safe side.
        let (chord, radius) = (from.squared(self.centre).isqrt(), u64::from(self.radius));
        Span { nearest: chord.saturating_sub(radius).pow(2), furthest: (chord + 1 + radius).pow(2) }
    }

    /// Around the middle of the box that holds them. Of no points it is the earth's centre.
    pub(super) fn around(points: impl Iterator<Item = Point> + Clone) -> Ball {
        let bounds = bounds(points.clone());
        let centre = Point(bounds.map(|(low, high)| ((i64::from(low) + i64::from(high)) / 2) as i32));
        let furthest = points.map(|point| centre.squared(point)).max().unwrap_or_default();
        Ball { centre, radius: furthest.isqrt() as u32 + 1 }
    }
}

fn bounds(points: impl Iterator<Item = Point>) -> [(i32, i32); 3] {
    let mut all: Option<[(i32, i32); 3]> = None;
    for Point(point) in points {
        let known = all.get_or_insert(point.map(|x| (x, x)));
        for (bound, x) in known.iter_mut().zip(point) {
            *bound = (bound.0.min(x), bound.1.max(x));
        }
    }
    all.unwrap_or_default()
}

/// Orders numbers of points so that neighbours lie together: split in halves across the widest side until at most `most`
/// are left. The ends of the parts are added to `ends`.
///
/// Cost: n · log n.
pub(super) fn in_parts(numbers: &mut [u32], points: &[Point], most: usize, before: usize, ends: &mut Vec<usize>) {
    if numbers.len() <= most {
        if !numbers.is_empty() {
            ends.push(before + numbers.len());
        }
        return;
    }
    let sides = bounds(numbers.iter().map(|&number| points[number as usize]));
    let width = |axis: &usize| i64::from(sides[*axis].1) - i64::from(sides[*axis].0);
    let axis = (0..3).max_by_key(|axis| (width(axis), 3 - axis)).unwrap_or_default();
    let half = numbers.len() / 2;
    numbers.select_nth_unstable_by_key(half, |&number| (points[number as usize].0[axis], number));
    let (low, high) = numbers.split_at_mut(half);
    in_parts(low, points, most, before, ends);
    in_parts(high, points, most, before + half, ends);
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_point_lies_in_one_part_and_in_its_ball(points in proptest::collection::vec(proptest::array::uniform3(-7_000_000i32..7_000_000), 0..200), most in 1usize..40, from in proptest::array::uniform3(-7_000_000i32..7_000_000)) {
            let from = Point(from);
            let points: Vec<Point> = points.into_iter().map(Point).collect();
            let mut numbers: Vec<u32> = (0..points.len() as u32).collect();
            let mut ends = Vec::new();
            in_parts(&mut numbers, &points, most, 0, &mut ends);
            proptest::prop_assert_eq!(ends.last().copied().unwrap_or_default(), points.len());
            let mut begin = 0;
            for end in ends {
                let own = numbers[begin..end].iter().map(|&number| points[number as usize]);
                let ball = Ball::around(own.clone());
                proptest::prop_assert!(end > begin && end - begin <= most);
                let span = ball.span(from);
                for point in own {
                    proptest::prop_assert!(ball.centre.squared(point) <= u64::from(ball.radius).pow(2));
                    proptest::prop_assert!((span.nearest..=span.furthest).contains(&from.squared(point)));
                }
                begin = end;
            }
            numbers.sort_unstable();
            proptest::prop_assert_eq!(numbers, (0..points.len() as u32).collect::<Vec<_>>());
        }
    }
}
