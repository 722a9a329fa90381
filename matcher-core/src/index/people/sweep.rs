use std::ops::Range;

use super::super::ball::Span;
use super::super::counts::Counts;
use super::super::memo::Memo;
use super::super::sweep::{Found, all, anywhere, country, lower};
use super::super::tiling::Run;
use super::super::upper::Upper;
use super::layout::Layout;
use super::offer::Offer;
use super::skills::Gains;
use super::titles::Nearness;
use crate::commute::{Circle, ReachScratch, Rings};
use crate::criteria::{Filter, commute};
use crate::score::Touched;
use crate::units::Point;

/// Memory for one search after another.
#[derive(Default)]
pub(crate) struct Memory {
    first: Memo,
    pub(super) rest: Vec<Memo>,
    ways: Vec<Option<Way>>,
    /// The places of the offer, where each is known.
    points: Vec<Point>,
    /// How far the people of a tile live from each of them.
    spans: Vec<Span>,
    pub(super) reach: ReachScratch,
    pub(super) touched: Touched,
    pub(super) nearness: Nearness,
    pub(super) gains: Gains,
    /// Slots of the people of whom any were found, rising.
    pub(super) ranges: Vec<Range<u32>>,
    pub(super) found: Vec<Found>,
    pub(super) part: Vec<Found>,
    pub(crate) counts: Counts,
}

impl Memory {
    fn forget(&mut self, layout: &Layout) {
        self.first.forget(layout.first.1.len());
        self.rest.resize_with(layout.rest.len(), Memo::default);
        for (memo, (_, classes)) in self.rest.iter_mut().zip(&layout.rest) {
            memo.forget(classes.len());
        }
        self.ways.clear();
        self.ways.resize_with(layout.ways.len(), || None);
        self.found.clear();
        self.ranges.clear();
        self.counts = Counts::default();
    }

    /// Some people of a tile with these runs were found.
    fn open(&mut self, runs: &[Run]) {
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return };
        let (begin, end) = (first.slots.0, last.slots.1);
        self.counts.tiles_opened += 1;
        match self.ranges.last_mut() {
            Some(range) if range.end == begin => range.end = end,
            _ => self.ranges.push(begin..end),
        }
    }
}

/// What is known of the ways of all people of a class.
enum Way {
    /// What any of them keeps at most, wherever she lives.
    Settled(Upper),
    /// All depends on the distance to one place; whether those further away are left out.
    Circle { limits: bool },
    /// Each is asked.
    Each { limits: bool },
}

/// What is known of the ways of those of a class who live in one tile.
enum Within<'a> {
    Nobody,
    Everybody(Upper),
    Circle(&'a Circle, &'a Rings<Upper>),
    Each,
}

/// Finds the people who live within reach and whom nothing that a run shares keeps out, each with the most that the pair can
/// have before anything else is looked at.
///
/// Cost: a look-up a tile and one a run within reach, then a comparison for each person of the runs that pass, where the circle
/// cuts the tile.
pub(crate) fn sweep(layout: &Layout, offer: &Offer<'_>, memory: &mut Memory) {
    memory.forget(layout);
    offer.points(&mut memory.points);
    for tile in &layout.tiling.tiles {
        let begin = memory.found.len();
        memory.spans.clear();
        memory.spans.extend(memory.points.iter().filter_map(|&point| Some(tile.ball?.span(point))));
        let runs = &layout.tiling.runs[tile.runs.0 as usize..tile.runs.1 as usize];
        for runs in runs.chunk_by(|a, b| a.kind.place == b.kind.place) {
            of_class(layout, offer, runs, memory);
        }
        if memory.found.len() > begin {
            memory.open(runs);
        }
    }
}

/// Collects those of a tile who go equally far.
fn of_class(layout: &Layout, offer: &Offer<'_>, runs: &[Run], memory: &mut Memory) {
    let Some(class) = runs.first().map(|run| run.kind.place as usize) else { return };
    let Memory { first, ways, points, spans, reach, found, counts, .. } = memory;
    let way = ways[class].get_or_insert_with(|| way_of(layout, offer, class, points));
    let within = within(layout, class, way, spans);
    if matches!(within, Within::Nobody) {
        return;
    }
    for run in runs {
        let example = layout.first.1[run.kind.first as usize];
        let own = first.of(run.kind.first, || offer.look(example, |case| all(case, &layout.first.0)));
        if own == Upper::OUT {
            continue;
        }
        let begin = found.len();
        let slots = run.slots.0..run.slots.1;
        counts.offers_read += slots.len();
        let upper = match within {
            Within::Everybody(upper) => own.times(upper),
            _ => own,
        };
        found.extend(slots.map(|slot| Found { slot, upper }));
        match within {
            Within::Circle(circle, rings) => lower(found, begin, |found| {
                let squared = layout.homes[found.slot as usize].squared(points[0]);
                if circle.holds(squared) { own.times(rings.at(squared)) } else { Upper::OUT }
            }),
            Within::Each => {
                lower(found, begin, |found| found.upper.times(offer.look_at_way(layout, found.slot, reach, anywhere)))
            }
            _ => {}
        }
    }
}

fn way_of(layout: &Layout, offer: &Offer<'_>, class: usize, points: &[Point]) -> Way {
    offer.look(layout.ways.examples[class], |case| {
        let accepted = case.person.raw.commute.countries.is_empty() || commute::is_accepted(case);
        let limits = case.active.has(Filter::Commute);
        match (&layout.circles[class], points) {
            _ if offer.is_remote() => Way::Settled(anywhere(case)),
            (None, _) => Way::Settled(anywhere(case)),
            (Some(_), [_]) if country(case) == Upper::OUT => Way::Settled(Upper::OUT),
            (Some(_), [_]) if !accepted => Way::Settled(anywhere(case)),
            (Some(_), [_]) => Way::Circle { limits },
            (Some(_), _) => Way::Each { limits },
        }
    })
}

/// `spans` says how far the people of the tile live from each place of work.
fn within<'a>(layout: &'a Layout, class: usize, way: &Way, spans: &[Span]) -> Within<'a> {
    match (way, &layout.circles[class], spans) {
        (Way::Settled(Upper::OUT), ..) => Within::Nobody,
        (Way::Settled(upper), ..) => Within::Everybody(*upper),
        (Way::Circle { limits: true }, Some((circle, _)), [span]) if !circle.holds(span.nearest) => Within::Nobody,
        (Way::Circle { limits }, Some((circle, rings)), [span]) => {
            if !limits || circle.holds(span.furthest) {
                Within::Everybody(rings.at(span.nearest))
            } else {
                Within::Circle(circle, rings)
            }
        }
        (Way::Each { limits: true }, Some((circle, _)), [_, ..])
            if spans.iter().all(|span| !circle.holds(span.nearest)) =>
        {
            Within::Nobody
        }
        _ => Within::Each,
    }
}
