use super::layout::Layout;
use crate::commute::{Reach, ReachScratch, Site};
use crate::criteria::Case;
use crate::engine::Parts;
use crate::prepare::{Columns, Inner, Person};
use crate::rank::Lens;
use crate::score::Touched;
use crate::units::{Day, Point};

/// One offer beside the people of a layout.
pub(crate) struct Offer<'a> {
    pub(crate) engine: &'a Parts,
    /// Those that the layout was made of.
    pub(crate) people: &'a [Person],
    pub(crate) offers: &'a Columns,
    /// Row in `offers`.
    pub(crate) row: usize,
    pub(crate) as_of: Option<Day>,
    /// Where a person gives nothing.
    pub(crate) nothing: &'a Touched,
}

impl<'a> Offer<'a> {
    pub(super) fn person(&self, row: u32) -> &'a Inner {
        &self.people[row as usize].0
    }

    pub(super) fn is_remote(&self) -> bool {
        self.offers.on_site_days[self.row] == Some(0)
    }

    /// The places of work, where each of them is known; else none.
    pub(super) fn points(&self, points: &mut Vec<Point>) {
        points.clear();
        for &site in self.offers.places.row(self.row) {
            match self.offers.sites.site(site) {
                Site::Point(point) if !self.offers.place_missing[self.row] => points.push(point),
                _ => return points.clear(),
            }
        }
    }

    /// A pair of which neither way, skills nor titles may be asked.
    pub(super) fn look<R>(&self, person: u32, look: impl FnOnce(&Case<'_>) -> R) -> R {
        self.case(person, Reach::nowhere(), self.nothing, look)
    }

    /// A pair of which neither skills nor titles may be asked.
    pub(super) fn look_at_way<R>(
        &self,
        layout: &Layout,
        slot: u32,
        reach: &mut ReachScratch,
        look: impl FnOnce(&Case<'_>) -> R,
    ) -> R {
        self.case(layout.tiling.rows[slot as usize], self.reach(layout, slot, reach), self.nothing, look)
    }

    /// A pair of which everything may be asked.
    pub(super) fn look_closely<R>(
        &self,
        layout: &Layout,
        slot: u32,
        reach: &mut ReachScratch,
        touched: &mut Touched,
        look: impl FnOnce(&Case<'_>) -> R,
    ) -> R {
        let row = layout.tiling.rows[slot as usize];
        touched.fill_for(&self.engine.taxonomy, self.offers, self.row, self.person(row));
        self.case(row, self.reach(layout, slot, reach), touched, look)
    }

    fn case<R>(&self, person: u32, reach: Reach<'_>, touched: &Touched, look: impl FnOnce(&Case<'_>) -> R) -> R {
        look(&Lens::at(self.engine, self.offers, self.person(person), self.as_of, reach, touched).case(self.row))
    }

    /// The ways of a person to every site.
    fn reach<'b>(&'b self, layout: &Layout, slot: u32, scratch: &'b mut ReachScratch) -> Reach<'b> {
        let circle = layout.circles[layout.ways.of[slot as usize] as usize].as_ref();
        match layout.homes.get(slot as usize).zip(circle) {
            Some((&home, (circle, _))) => scratch.computed(circle.around(home), &self.offers.sites),
            None => Reach::nowhere(),
        }
    }
}
