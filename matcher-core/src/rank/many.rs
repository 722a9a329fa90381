use std::ops::ControlFlow;

use super::best::Best;
use super::index::Inner;
use super::{Answer, Hit, Lens, OfferIndex, Query, SearchScratch};
use crate::Error;
use crate::criteria;
use crate::index;
use crate::prepare::Person;
use crate::score;
use crate::units::{Day, Score};

/// How far a long call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// People done.
    pub done: usize,
    /// People in all.
    pub of: usize,
}

/// A person among the best for an offer.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who; a number in the list that was given.
    pub person: usize,
    /// The score that is ranked by, the same number as from the person's side.
    pub score: Score,
    /// How well the person meets the offer.
    pub fit: Score,
    /// How well the offer meets the person.
    pub wish: Score,
}

impl OfferIndex {
    /// The answers to many queries, in their order, on one thread. `tell` hears of progress for each person and may stop the
    /// call: then the answers so far are returned.
    ///
    /// A thousand at a time, neighbours are answered one after the other, for they look at the same offers.
    pub fn top_many(&self, queries: &[Query], mut tell: impl FnMut(Progress) -> ControlFlow<()>) -> Vec<Answer> {
        let mut scratch = SearchScratch::default();
        let mut answers = Vec::with_capacity(queries.len());
        for block in queries.chunks(BLOCK) {
            let mut own: Vec<(usize, Answer)> =
                neighbours_together(block).into_iter().map(|i| (i, self.top_with(&block[i], &mut scratch))).collect();
            own.sort_unstable_by_key(|(number, _)| *number);
            for (_, answer) in own {
                answers.push(answer);
                if tell(Progress { done: answers.len(), of: queries.len() }).is_break() {
                    return answers;
                }
            }
        }
        answers
    }

    /// The same answers from a look at every pair; see [`OfferIndex::scan`].
    pub fn scan_many(&self, queries: &[Query], mut tell: impl FnMut(Progress) -> ControlFlow<()>) -> Vec<Answer> {
        let mut scratch = SearchScratch::default();
        let mut answers = Vec::with_capacity(queries.len());
        for query in queries {
            answers.push(self.scan_with(query, &mut scratch));
            if tell(Progress { done: answers.len(), of: queries.len() }).is_break() {
                break;
            }
        }
        answers
    }

    /// The answers to many queries, in their order, in the caller's rayon pool. The same bytes as [`OfferIndex::top_many`].
    #[cfg(feature = "parallel")]
    pub fn top_many_parallel(&self, queries: &[Query]) -> Vec<Answer> {
        use rayon::prelude::*;
        let answer = |scratch: &mut SearchScratch, number: usize| (number, self.top_with(&queries[number], scratch));
        let order = neighbours_together(queries);
        let mut answers: Vec<(usize, Answer)> =
            order.into_par_iter().with_min_len(64).map_init(SearchScratch::default, answer).collect();
        answers.sort_unstable_by_key(|(number, _)| *number);
        answers.into_iter().map(|(_, answer)| answer).collect()
    }

    /// The best `k` people for every offer, rising by the offer's identity: those to whom it may be shown, by falling score,
    /// then by the byte order of their ids.
    ///
    /// Every person searches the index once; an offer is scored for her only where she could still be among its best.
    pub fn candidates(&self, people: &[Person], k: usize, as_of: Option<Day>) -> Vec<(&str, Vec<Candidate>)> {
        let order = by_id(people);
        let best = self.best_people(people, &order, 0, k, as_of);
        self.named_candidates(&order, best)
    }

    /// The same lists from a look at every pair; see [`OfferIndex::scan`].
    pub fn scan_candidates(&self, people: &[Person], k: usize, as_of: Option<Day>) -> Vec<(&str, Vec<Candidate>)> {
        let order = by_id(people);
        let mut best: Vec<Best> = (0..self.len()).map(|_| Best::new(k)).collect();
        let SearchScratch { reach, touched, pair, .. } = &mut SearchScratch::default();
        for (number, &person) in order.iter().enumerate() {
            let person = self.own(&people[person]);
            if !person.is_rankable() {
                continue;
            }
            let lens = Lens::new(&self.0.engine.0, &self.0.offers, &person.0, as_of, reach, touched);
            for (row, best) in best.iter_mut().enumerate() {
                let case = lens.case(row);
                if criteria::passes(&case)
                    && let Some(scored) = score::score_from(&case, best.least(), pair)
                {
                    best.push(number as u32, scored);
                }
            }
        }
        self.named_candidates(&order, best)
    }

    /// The same lists as [`OfferIndex::candidates`], made in the caller's rayon pool.
    #[cfg(feature = "parallel")]
    pub fn candidates_parallel(&self, people: &[Person], k: usize, as_of: Option<Day>) -> Vec<(&str, Vec<Candidate>)> {
        use rayon::prelude::*;
        let order = by_id(people);
        // Each part has lists for all offers, so there are only as many parts as threads. The lists do not depend on how
        // people are parted: the order of a list is total.
        let part = people.len().div_ceil(rayon::current_num_threads().max(1)).max(1);
        let parts = order.par_chunks(part).enumerate();
        let best = parts.map(|(i, order)| self.best_people(people, order, i * part, k, as_of)).reduce(Vec::new, merge);
        self.named_candidates(&order, best)
    }

    /// One list of people for each offer. People go by their number in the order of their ids, so that ties by number are
    /// ties by id; `first` is the number of the first in `order`.
    fn best_people(&self, people: &[Person], order: &[usize], first: usize, k: usize, as_of: Option<Day>) -> Vec<Best> {
        let mut best: Vec<Best> = (0..self.len()).map(|_| Best::new(k)).collect();
        let SearchScratch { reach, touched, pair, index: memory } = &mut SearchScratch::default();
        let Inner { engine, offers, layout, .. } = &*self.0;
        for (number, &person) in order.iter().enumerate() {
            let person = self.own(&people[person]);
            if !person.is_rankable() {
                continue;
            }
            let lens = Lens::without_skills(&engine.0, offers, &person.0, as_of, reach, touched);
            index::sweep(layout, &lens, memory);
            index::look_at_titles(layout, &lens, memory);
            memory.keep_reaching(layout, |row| best[row].least());
            if memory.eligible() == 0 {
                continue;
            }
            let lens = Lens::new(&engine.0, offers, &person.0, as_of, reach, touched);
            index::admit(layout, &lens, memory, None);
            index::lower(layout, &lens, memory, |row| best[row].least());
            for row in memory.rows(layout) {
                if let Some(scored) = score::score_from(&lens.case(row), best[row].least(), pair) {
                    best[row].push((first + number) as u32, scored);
                }
            }
        }
        best
    }

    fn named_candidates(&self, order: &[usize], mut best: Vec<Best>) -> Vec<(&str, Vec<Candidate>)> {
        best.resize_with(self.len(), || Best::new(0));
        let candidate = |(number, scored): (u32, score::Scored)| Candidate {
            person: order[number as usize],
            score: scored.score,
            fit: scored.fit,
            wish: scored.wish,
        };
        let lists = best.iter_mut().map(|best| best.take().into_iter().map(candidate).collect());
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
        let hit = |case: &criteria::Case<'_>| {
            let scored = score::score(case, &mut score::Scratch::default());
            Hit::new(case, self, &person, query.as_of, rank, scored)
        };
        Ok(self.with_case(&person, query.as_of, row, hit))
    }
}

/// So many queries are put in an order of their own.
const BLOCK: usize = 1_024;

/// Numbers of queries, a block of them at a time in the order of the squares of 16 km that the people live in.
fn neighbours_together(queries: &[Query]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..queries.len()).collect();
    let square = |number: &usize| {
        let home = queries[*number].person.0.home.as_ref();
        (home.map(|home| home.at.0.map(|metres| metres >> 14)), *number)
    };
    order.chunks_mut(BLOCK).for_each(|block| block.sort_unstable_by_key(square));
    order
}

/// Numbers of people in the byte order of their ids.
fn by_id(people: &[Person]) -> Vec<usize> {
    // Most ids differ in their first bytes, which lie here and not each in a place of its own.
    let first = |id: &str| {
        let mut bytes = [0; 16];
        let len = id.len().min(16);
        bytes[..len].copy_from_slice(&id.as_bytes()[..len]);
        u128::from_be_bytes(bytes)
    };
    let mut order: Vec<(u128, &str, usize)> =
        people.iter().enumerate().map(|(number, person)| (first(person.id()), person.id(), number)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, _, number)| number).collect()
}

/// Joins the lists of two parts.
#[cfg(feature = "parallel")]
fn merge(a: Vec<Best>, mut b: Vec<Best>) -> Vec<Best> {
    if a.is_empty() {
        return b;
    }
    let joined = a.into_iter().zip(b.iter_mut()).map(|(mut a, b)| {
        b.take().into_iter().for_each(|(number, scored)| a.push(number, scored));
        a
    });
    joined.collect()
}
