use super::best::Best;
use super::index::Inner;
use super::{Hit, Lens, OfferIndex, ProfileIndex, Query, SearchScratch, Seek};
use crate::Error;
use crate::criteria::{self, Case};
use crate::index::{self, Counts, people};
use crate::score::{self, Scored, Touched};
use crate::units::Score;

/// A person among the best for an offer.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who; a number in the list that the [`ProfileIndex`] was made of.
    pub person: usize,
    /// The score that is ranked by, the same number as from the person's side.
    pub score: Score,
    /// How well the person meets the offer.
    pub fit: Score,
    /// How well the offer meets the person.
    pub wish: Score,
}

/// Memory for one offer after another.
#[derive(Default)]
struct Scratch {
    memory: people::Memory,
    pair: score::Scratch,
    nothing: Touched,
}

impl OfferIndex {
    /// The best people for every offer, rising by the offer's identity: those to whom it may be shown, by falling score,
    /// then by the byte order of their ids.
    ///
    /// Every offer searches the people once: see [`OfferIndex::candidates_for`].
    pub fn candidates(&self, people: &ProfileIndex, seek: Seek) -> Vec<(&str, Vec<Candidate>)> {
        let people = &people.own(self.engine());
        let lists = if people.0.layout.is_some() {
            let scratch = &mut Scratch::default();
            (0..self.len()).map(|row| self.candidates_of_row(row, people, seek, scratch).0).collect()
        } else {
            self.by_person(people, 0..people.len(), seek)
        };
        self.named(people, lists)
    }

    /// The same lists as [`OfferIndex::candidates`], made in the caller's rayon pool.
    #[cfg(feature = "parallel")]
    pub fn candidates_parallel(&self, people: &ProfileIndex, seek: Seek) -> Vec<(&str, Vec<Candidate>)> {
        use rayon::prelude::*;
        let people = &people.own(self.engine());
        let lists = if people.0.layout.is_some() {
            let list = |scratch: &mut Scratch, row| self.candidates_of_row(row, people, seek, scratch).0;
            (0..self.len()).into_par_iter().with_min_len(8).map_init(Scratch::default, list).collect()
        } else {
            // Each part has lists for all offers, so there are only as many parts as threads. The lists do not depend on
            // how people are parted: the order of a list is total.
            let part = people.len().div_ceil(rayon::current_num_threads().max(1)).max(1);
            let parts: Vec<usize> = (0..people.len()).step_by(part).collect();
            let lists = |begin| self.by_person(people, begin..people.len().min(begin + part), seek);
            parts.into_par_iter().map(lists).reduce(Vec::new, |a, b| joined(a, b, seek.k))
        };
        self.named(people, lists)
    }

    /// The best people for one offer, and what was looked at to find them.
    ///
    /// # Errors
    /// `call.unknown-offer`.
    ///
    /// Cost: a look-up for each group of people alike who live within reach, one for each of those who have a skill that
    /// counts for the offer and one for each of the others there, a few more for whoever could still be among the best, and an
    /// exact score for the few who could even then. Where the commute model is more than distance, a look at every person.
    pub fn candidates_for(
        &self,
        offer: &str,
        people: &ProfileIndex,
        seek: Seek,
    ) -> Result<(Vec<Candidate>, Counts), Error> {
        let row = self.row(offer)?;
        let people = &people.own(self.engine());
        let (list, counts) = self.candidates_of_row(row, people, seek, &mut Scratch::default());
        Ok((candidates(people, list), counts))
    }

    /// The same lists from a look at every pair; see [`OfferIndex::scan`].
    pub fn scan_candidates(&self, people: &ProfileIndex, seek: Seek) -> Vec<(&str, Vec<Candidate>)> {
        let people = &people.own(self.engine());
        let mut best: Vec<Best> = (0..self.len()).map(|_| Best::new(seek.k)).collect();
        let SearchScratch { reach, touched, pair, .. } = &mut SearchScratch::default();
        for (number, person) in people.0.people.iter().enumerate().filter(|(_, person)| person.is_rankable()) {
            let lens = Lens::new(&self.0.engine.0, &self.0.offers, &person.0, seek.as_of, reach, touched);
            for (row, best) in best.iter_mut().enumerate() {
                look_at(&lens.case(row), number, best, seek, pair);
            }
        }
        self.named(people, best.iter_mut().map(Best::take).collect())
    }

    fn candidates_of_row(
        &self,
        row: usize,
        people: &ProfileIndex,
        seek: Seek,
        scratch: &mut Scratch,
    ) -> (List, Counts) {
        let Inner { engine, offers, .. } = &*self.0;
        let mut best = Best::new(seek.k);
        let Scratch { memory, pair, nothing } = scratch;
        let Some(layout) = &people.0.layout else {
            let SearchScratch { reach, touched, pair, .. } = &mut SearchScratch::default();
            let rankable = people.0.people.iter().enumerate().filter(|(_, person)| person.is_rankable());
            for (number, person) in rankable {
                let lens = Lens::new(&engine.0, offers, &person.0, seek.as_of, reach, touched);
                look_at(&lens.case(row), number, &mut best, seek, pair);
            }
            return (best.take(), Counts { scored: people.len(), ..Counts::default() });
        };
        if seek.k == 0 {
            return (List::new(), Counts::default());
        }
        let offer =
            people::Offer { engine: &engine.0, people: &people.0.people, offers, row, as_of: seek.as_of, nothing };
        people::sweep(layout, &offer, memory);
        people::best_first(layout, &offer, memory, (seek.least(&best), seek.k), |number, case| {
            look_at(case, number, &mut best, seek, pair);
            seek.least(&best)
        });
        (best.take(), memory.counts)
    }

    /// The lists of all offers, made of some of the people: each searches the offers once, and an offer is scored for her
    /// only where she could still be among its best.
    fn by_person(&self, people: &ProfileIndex, numbers: std::ops::Range<usize>, seek: Seek) -> Vec<List> {
        let mut best: Vec<Best> = (0..self.len()).map(|_| Best::new(seek.k)).collect();
        let SearchScratch { reach, touched, pair, index: memory } = &mut SearchScratch::default();
        let Inner { engine, offers, layout, .. } = &*self.0;
        for number in numbers {
            let person = &people.0.people[number];
            if !person.is_rankable() {
                continue;
            }
            let lens = Lens::without_skills(&engine.0, offers, &person.0, seek.as_of, reach, touched);
            index::sweep(layout, &lens, memory);
            index::look_at_titles(layout, &lens, memory);
            memory.keep_reaching(layout, |row| seek.least(&best[row]));
            if memory.eligible() == 0 {
                continue;
            }
            let lens = Lens::new(&engine.0, offers, &person.0, seek.as_of, reach, touched);
            index::admit(layout, &lens, memory, None);
            index::lower(layout, &lens, memory, |row| seek.least(&best[row]));
            for row in memory.rows(layout) {
                if let Some(scored) = score::score_from(&lens.case(row), seek.least(&best[row]), pair) {
                    best[row].push(number as u32, scored);
                }
            }
        }
        best.iter_mut().map(Best::take).collect()
    }

    fn named(&self, people: &ProfileIndex, mut lists: Vec<List>) -> Vec<(&str, Vec<Candidate>)> {
        lists.resize_with(self.len(), List::new);
        let lists = lists.into_iter().map(|list| candidates(people, list));
        self.0.offers.ids.iter().map(|id| &**id).zip(lists).collect()
    }

    /// One offer as a hit of this person at the place `rank` of a list, shown or not: what a list by offers is made of.
    ///
    /// # Errors
    /// `call.unknown-offer`.
    pub fn hit(&self, query: impl Into<Query>, offer: &str, rank: usize) -> Result<Hit, Error> {
        let query = query.into();
        let row = self.row(offer)?;
        let person = self.own(&query.person);
        let hit = |case: &Case<'_>| {
            let scored = score::score(case, &mut score::Scratch::default());
            Hit::new(case, self, &person, query.as_of, rank, scored)
        };
        Ok(self.with_case(&person, query.as_of, row, hit))
    }
}

/// People by their rows, best first.
type List = Vec<(u32, Scored)>;

/// Scores a pair that may be shown and could be among the best.
fn look_at(case: &Case<'_>, number: usize, best: &mut Best, seek: Seek, pair: &mut score::Scratch) {
    if criteria::passes(case)
        && let Some(scored) = score::score_from(case, seek.least(best), pair)
    {
        best.push(number as u32, scored);
    }
}

fn candidates(people: &ProfileIndex, list: List) -> Vec<Candidate> {
    let candidate = |(row, Scored { score, fit, wish }): (u32, Scored)| Candidate {
        person: people.0.numbers[row as usize],
        score,
        fit,
        wish,
    };
    list.into_iter().map(candidate).collect()
}

/// The lists of two parts as one.
#[cfg(feature = "parallel")]
fn joined(a: Vec<List>, b: Vec<List>, k: usize) -> Vec<List> {
    if a.is_empty() {
        return b;
    }
    let of_one = |(a, b): (List, List)| {
        let mut best = Best::new(k);
        a.into_iter().chain(b).for_each(|(number, scored)| best.push(number, scored));
        best.take()
    };
    a.into_iter().zip(b).map(of_one).collect()
}
