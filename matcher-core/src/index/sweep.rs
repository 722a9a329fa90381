use super::attribute::{self, Attribute};
use super::counts::Counts;
use super::layout::Layout;
use super::memo::Memo;
use super::search::Close;
use super::terms::Credits;
use super::tiling::{Run, Tile};
use super::titled::Marks;
use super::upper::Upper;
use crate::commute::{Arrival, Circle, Rings, SiteId};
use crate::criteria::{self, BuiltIn, Case, Filter, Verdict, commute, occupation, wish};
use crate::prepare::Inner;
use crate::rank::Lens;
use crate::settings::Guard;
use crate::units::{Minutes, Ratio, Score};

/// An offer that no limit keeps out, with the most that it can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) upper: Upper,
    pub(crate) slot: u32,
}

/// Memory for one search after another.
#[derive(Default)]
pub(crate) struct Memory {
    places: Memo,
    first: Memo,
    of_first: Vec<Memo>,
    rest: Vec<Memo>,
    titles: Memo,
    marks: Marks,
    pub(super) credits: Credits,
    pub(super) found: Vec<Found>,
    pub(super) part: Vec<Found>,
    pub(super) close: Vec<Close>,
    pub(super) close_part: Vec<Close>,
    pub(super) lowered: Vec<Found>,
    pub(crate) counts: Counts,
}

impl Memory {
    /// Rows of what is left.
    pub(crate) fn rows<'a>(&'a self, layout: &'a Layout) -> impl Iterator<Item = usize> + 'a {
        self.found.iter().map(|found| layout.tiling.rows[found.slot as usize] as usize)
    }

    /// Keeps what reaches the least score that counts for its row.
    pub(crate) fn keep_reaching(&mut self, layout: &Layout, least: impl Fn(usize) -> Score) {
        let row = |found: &Found| layout.tiling.rows[found.slot as usize] as usize;
        keep(&mut self.found, 0, |found| found.upper >= Upper::of_score(least(row(found))));
    }

    /// How many offers were found.
    pub(crate) fn eligible(&self) -> usize {
        self.found.len()
    }

    fn forget(&mut self, layout: &Layout) {
        self.places.forget(layout.places.len());
        self.first.forget(layout.first.len());
        self.of_first.resize_with(layout.of_first.len(), Memo::default);
        for (memo, (_, own)) in self.of_first.iter_mut().zip(&layout.of_first) {
            // No attribute has more classes than all of them together.
            memo.forget(own.len());
        }
        self.rest.resize_with(layout.rest.len(), Memo::default);
        for (memo, (_, classes)) in self.rest.iter_mut().zip(&layout.rest) {
            memo.forget(classes.len());
        }
        self.titles.forget(layout.titles.len());
        self.found.clear();
        self.counts = Counts::default();
    }
}

/// How far a person goes, asked of one offer after another.
enum Distance<'a> {
    /// No distance keeps an offer out.
    Any,
    /// A circle, within which everything is known; whether what is further away is left out.
    Circle { circle: &'a Circle, limits: bool },
    /// What a model says of each site; whether it must be known.
    Sites { known: bool },
    /// Nothing can be said at once: the filter is asked.
    Filter,
}

/// One person looking at a layout.
struct Sweep<'a> {
    layout: &'a Layout,
    lens: &'a Lens<'a>,
    person: &'a Inner,
    distance: Distance<'a>,
    /// The most that the way leaves in each ring of the circle.
    rings: Option<Rings<Upper>>,
    /// What the way to work takes at most.
    commute: Ratio,
}

/// Finds the offers that no limit keeps out, each with the most that it can have before skills and text are looked at.
///
/// Cost: a look-up a run within reach, then a few for each offer of the runs that pass. What is asked of each offer alone
/// is left to [`admit`].
pub(crate) fn sweep(layout: &Layout, lens: &Lens<'_>, memory: &mut Memory) {
    memory.forget(layout);
    let sweep = Sweep::new(layout, lens);
    for tile in &layout.tiling.tiles {
        let (mut upper, mut all_within) = (Upper::ONE, false);
        if let (Some(ball), Distance::Circle { circle, limits }, Some(rings)) =
            (tile.ball, &sweep.distance, &sweep.rings)
        {
            let span = ball.span(circle.origin());
            if *limits && !circle.holds(span.nearest) {
                continue;
            }
            all_within = !limits || circle.holds(span.furthest);
            upper = rings.at(span.nearest);
        }
        memory.counts.tiles_opened += 1;
        sweep.tile(tile, upper, all_within, memory);
    }
}

/// Keeps what skills that are a must, exclusions and a host's criteria let pass too, of the rows that the query looks at
/// (all where nothing says which): each offer is asked.
pub(crate) fn admit(layout: &Layout, lens: &Lens<'_>, memory: &mut Memory, looks_at: Option<&dyn Fn(usize) -> bool>) {
    if looks_at.is_none() && !criteria::is_slow(lens.engine(), lens.active()) {
        return;
    }
    memory.found.retain(|found| {
        let row = layout.tiling.rows[found.slot as usize] as usize;
        looks_at.is_none_or(|looks_at| looks_at(row)) && criteria::passes_slowly(&lens.case(row))
    });
}

/// Lowers what was found by what title and occupation tell.
pub(crate) fn look_at_titles(layout: &Layout, lens: &Lens<'_>, memory: &mut Memory) {
    let weights = &lens.engine().settings.weights;
    if weights.occupation == Ratio::ZERO && weights.wish == Ratio::ZERO {
        return;
    }
    let judge = |case: &Case<'_>| {
        let upper = Upper::ONE.weighed(weights.occupation, occupation::least(case));
        upper.weighed(weights.wish, wish::least(case))
    };
    let Memory { found, titles, marks, .. } = memory;
    let touched = lens.touched();
    marks.fill(&layout.titled, touched, layout.len());
    let by_meaning = |class: u32| judge(&lens.meaning(&layout.meanings, class as usize));
    // All that is far is equally far, where there is nothing but an occupation to tell.
    let mut far = None;
    let mut of_class = |class: u32| match layout.only_occupation[class as usize] {
        Some(it) if !touched.past.come_near(it) && !touched.wishes.come_near(it) => {
            *far.get_or_insert_with(|| by_meaning(class))
        }
        _ => by_meaning(class),
    };
    for found in found {
        let own = if marks.has(found.slot) {
            judge(&lens.case(layout.tiling.rows[found.slot as usize] as usize))
        } else {
            let class = layout.titles.of[found.slot as usize];
            titles.of(class, || of_class(class))
        };
        found.upper = found.upper.times(own);
    }
}

impl<'a> Sweep<'a> {
    fn new(layout: &'a Layout, lens: &'a Lens<'a>) -> Sweep<'a> {
        let (engine, person) = (lens.engine(), lens.person());
        let commute = engine.settings.weights.commute;
        let guard = Filter::Commute.guard(&engine.settings.filters);
        let distance = match (lens.active().has(Filter::Commute), lens.reach().circle()) {
            (limits, Some(circle)) => Distance::Circle { circle, limits },
            (false, None) => Distance::Any,
            (true, None) if person.home.is_none() => Distance::Filter,
            (true, None) => Distance::Sites { known: guard == Guard::RejectUnknown },
        };
        let rings = lens.reach().circle().map(|circle| rings(circle, person, commute));
        Sweep { layout, lens, person, distance, rings, commute }
    }

    fn row(&self, slot: u32) -> usize {
        self.layout.tiling.rows[slot as usize] as usize
    }

    fn no_nearer_than(&self, minutes: Minutes) -> Upper {
        no_nearer_than(self.person, self.commute, Some(minutes))
    }

    /// Collects what no limit keeps out.
    fn tile(&self, tile: &Tile, upper: Upper, all_within: bool, memory: &mut Memory) {
        let begin = memory.found.len();
        for run in &self.layout.tiling.runs[tile.runs.0 as usize..tile.runs.1 as usize] {
            self.run(run, tile.ball.is_some(), upper, all_within, memory);
        }
        let Memory { found, rest, .. } = memory;
        for ((attribute, classes), memo) in self.layout.rest.iter().zip(rest) {
            lower(found, begin, |found| {
                let class = classes.of[found.slot as usize];
                let example = || self.lens.untitled(classes.examples[class as usize] as usize);
                found.upper.times(memo.of(class, || attribute.judge(&example())))
            });
        }
    }

    fn run(&self, run: &Run, located: bool, upper: Upper, all_within: bool, memory: &mut Memory) {
        let (layout, lens, kind) = (self.layout, self.lens, run.kind);
        let Memory { first, of_first, .. } = memory;
        let first = first.of(kind.first, || self.first(kind.first, of_first));
        if first == Upper::OUT {
            return;
        }
        let example = || lens.untitled(layout.places[kind.place as usize] as usize);
        let place = memory.places.of(kind.place, || if located { country(&example()) } else { anywhere(&example()) });
        if place == Upper::OUT {
            return;
        }
        let accepted = !located || self.person.raw.commute.countries.is_empty() || commute::is_accepted(&example());
        let of_run = first.times(place);
        let upper = if accepted { upper.times(of_run) } else { first };
        let slots = run.slots.0..run.slots.1;
        let begin = memory.found.len();
        let found = &mut memory.found;
        memory.counts.offers_read += slots.len();
        found.extend(slots.map(|slot| Found { slot, upper }));
        if accepted && (!located || all_within) {
            return;
        }
        match (&self.distance, &self.rings) {
            (Distance::Any, _) => {}
            (Distance::Circle { circle, .. }, Some(rings)) if accepted => {
                let origin = circle.origin();
                lower(found, begin, |found| {
                    let squared = origin.squared(layout.points[found.slot as usize]);
                    if circle.holds(squared) { of_run.times(rings.at(squared)) } else { Upper::OUT }
                });
            }
            (Distance::Sites { known }, _) if accepted => {
                lower(found, begin, |found| found.upper.times(self.arrival(layout.sites[found.slot as usize], *known)));
            }
            _ => keep(found, begin, |found| !fails(&lens.case(self.row(found.slot)), Filter::Commute)),
        }
    }

    /// What the attributes that make a run leave: each is judged once for all runs that say the same of it.
    fn first(&self, class: u32, memos: &mut [Memo]) -> Upper {
        let example = self.lens.untitled(self.layout.first[class as usize] as usize);
        let mut upper = Upper::ONE;
        for ((attribute, own), memo) in self.layout.of_first.iter().zip(memos) {
            upper = upper.times(memo.of(own[class as usize], || attribute.judge(&example)));
        }
        upper
    }

    fn arrival(&self, site: SiteId, known: bool) -> Upper {
        let reach = self.lens.reach();
        match reach.to(site) {
            Arrival::Beyond => Upper::OUT,
            Arrival::Unknown if known => Upper::OUT,
            // By a mode that the model does not know it may be nearer.
            Arrival::Known { minutes, .. } if !reach.has_passed_over_a_mode() => self.no_nearer_than(minutes),
            Arrival::Known { .. } | Arrival::Unknown => Upper::ONE,
        }
    }
}

/// Lowers the bounds of those from `begin` on and drops what is out. Whether one stays is a number, not a branch that nothing
/// could foretell.
pub(super) fn lower(found: &mut Vec<Found>, begin: usize, mut upper: impl FnMut(&Found) -> Upper) {
    let mut kept = begin;
    for i in begin..found.len() {
        let upper = upper(&found[i]);
        found[kept] = Found { upper, ..found[i] };
        kept += usize::from(upper != Upper::OUT);
    }
    found.truncate(kept);
}

/// Keeps some of those from `begin` on.
pub(super) fn keep(found: &mut Vec<Found>, begin: usize, stays: impl Fn(&Found) -> bool) {
    lower(found, begin, |found| if stays(found) { found.upper } else { Upper::OUT });
}

/// The most that the way leaves in each ring of a circle.
pub(super) fn rings(circle: &Circle, person: &Inner, commute: Ratio) -> Rings<Upper> {
    circle.rings(commute::full(person), |least| no_nearer_than(person, commute, least))
}

/// What the way leaves at most where it takes at least so long; nothing is known where no mode is.
fn no_nearer_than(person: &Inner, commute: Ratio, least: Option<Minutes>) -> Upper {
    least.map_or(Upper::ONE, |minutes| Upper::ONE.weighed(commute, commute::least(person, minutes)))
}

pub(super) fn all(case: &Case<'_>, attributes: &[Attribute]) -> Upper {
    let mut upper = Upper::ONE;
    for attribute in attributes {
        match attribute.judge(case) {
            Upper::OUT => return Upper::OUT,
            own => upper = upper.times(own),
        }
    }
    upper
}

fn fails(case: &Case<'_>, filter: Filter) -> bool {
    case.active.has(filter) && filter.verdict(case) == Verdict::Fail
}

/// Of an offer with one known place: does its country keep it out?
pub(super) fn country(case: &Case<'_>) -> Upper {
    if fails(case, Filter::Countries) { Upper::OUT } else { Upper::ONE }
}

/// Of any other: all that the way to work does.
pub(super) fn anywhere(case: &Case<'_>) -> Upper {
    if fails(case, Filter::Countries) || fails(case, Filter::Commute) {
        return Upper::OUT;
    }
    attribute::kept(case, BuiltIn::Commute)
}
