use super::super::attribute::{self, Attribute, Parted};
use super::super::classes::Classes;
use super::super::sweep::rings;
use super::super::tiling::{Kind, Run, Tile, Tiling};
use super::super::upper::Upper;
use super::skills::Skills;
use super::titles::Titles;
use crate::commute::{Circle, ReachScratch, Rings, Sites};
use crate::engine::Parts;
use crate::model::Mode;
use crate::place::Gazetteer;
use crate::prepare::Person;
use crate::rank::reach_of;
use crate::units::Point;

/// Prepared people, laid out to be searched for an offer. What it calls a person's *slot* is the place in this order; a *row*
/// is the place in the list that was given.
pub(crate) struct Layout {
    pub(super) tiling: Tiling,
    /// Slot → home, of those whose home is known; these come first.
    pub(super) homes: Vec<Point>,
    /// Slots in classes by what is said of the way to work.
    pub(super) ways: Classes,
    /// Such a class → how far its people go, around the home of one of them, with the most that the way leaves of the score;
    /// `None` where no home is known.
    pub(super) circles: Vec<Option<(Circle, Rings<Upper>)>>,
    /// The attributes that make a run, and class → a person of it.
    pub(super) first: (Vec<Attribute>, Vec<u32>),
    /// The other attributes.
    pub(super) rest: Vec<(Attribute, Classes)>,
    pub(super) skills: Skills,
    pub(super) titles: Titles,
}

impl Layout {
    /// Of people who can be ranked at all; the others are never found. `None` where the commute model is more than
    /// distance: then a tile says nothing about the ways of its people.
    ///
    /// Cost: some microseconds a person.
    pub(crate) fn new(engine: &Parts, people: &[Person]) -> Option<Layout> {
        let ways = ways(people);
        let sites = Sites::new(Gazetteer::empty());
        let mut scratch = ReachScratch::default();
        let mut circles = Vec::with_capacity(ways.len());
        for &example in &ways.examples {
            let person = &people[example as usize].0;
            circles.push(match person.home {
                Some(_) => {
                    let circle = reach_of(engine, &sites, person, &mut scratch).circle()?.clone();
                    let rings = rings(&circle, person, engine.settings.weights.commute);
                    Some((circle, rings))
                }
                None => None,
            });
        }
        let Parted { first, rest, .. } = attribute::parted(|attribute| attribute.classes_of_people(people));

        let rows = (0..people.len() as u32).filter(|&row| people[row as usize].is_rankable());
        let at = |row: u32| people[row as usize].0.home.as_ref().map(|home| home.at);
        let (located, elsewhere): (Vec<u32>, Vec<u32>) = rows.partition(|&row| at(row).is_some());
        let with_home = located.len();
        let points: Vec<Point> = (0..people.len() as u32).map(|row| at(row).unwrap_or(Point([0; 3]))).collect();
        let kind = |row: u32| Kind { place: ways.of[row as usize], first: first.1.of[row as usize] };
        let tiling = by_way(located, elsewhere, &points, kind);
        let order = &tiling.rows;
        Some(Layout {
            homes: order[..with_home].iter().map(|&row| points[row as usize]).collect(),
            ways: ways.reordered(order),
            circles,
            first: (first.0, first.1.examples),
            rest: rest.into_iter().map(|(attribute, classes)| (attribute, classes.reordered(order))).collect(),
            skills: Skills::new(&engine.taxonomy, people, order),
            titles: Titles::new(&engine.taxonomy, people, order),
            tiling,
        })
    }

    /// What the layout needs of memory.
    pub(crate) fn size_in_bytes(&self) -> usize {
        self.tiling.size_in_bytes()
            + size_of_val(&*self.homes)
            + self.ways.size_in_bytes()
            + size_of_val(&*self.circles)
            + size_of_val(&*self.first.1)
            + self.rest.iter().map(|(_, classes)| classes.size_in_bytes()).sum::<usize>()
            + self.skills.size_in_bytes()
            + self.titles.size_in_bytes()
    }
}

/// A tiling of those of each class of ways by themselves, joined: who goes far must not open a tile for those who do not.
fn by_way(mut located: Vec<u32>, elsewhere: Vec<u32>, points: &[Point], kind: impl Fn(u32) -> Kind) -> Tiling {
    let mut joined = Tiling::default();
    let mut join = |located: &[u32], elsewhere: Vec<u32>| {
        let Tiling { rows, tiles, runs } = Tiling::new(located.to_vec(), elsewhere, points, &kind);
        let (slots, numbers) = (joined.rows.len() as u32, joined.runs.len() as u32);
        joined.rows.extend(rows);
        joined.tiles.extend(tiles.into_iter().map(|tile| Tile { runs: shifted(tile.runs, numbers), ..tile }));
        joined.runs.extend(runs.into_iter().map(|run| Run { slots: shifted(run.slots, slots), ..run }));
    };
    located.sort_by_key(|&row| kind(row).place);
    for own in located.chunk_by(|&a, &b| kind(a).place == kind(b).place) {
        join(own, Vec::new());
    }
    join(&[], elsewhere);
    joined
}

fn shifted((begin, end): (u32, u32), by: u32) -> (u32, u32) {
    (begin + by, end + by)
}

/// All that the way to work depends on beside where the home is.
fn ways(people: &[Person]) -> Classes {
    Classes::by(people.len(), |row| {
        let person = &people[row].0;
        let wish = &person.raw.commute;
        (person.home.is_some(), wish.minutes, wish.modes.iter().collect::<Vec<Mode>>(), &wish.countries)
    })
}
