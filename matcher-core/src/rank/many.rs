use std::ops::ControlFlow;

use super::best::Best;
use super::{Answer, Lens, OfferIndex, Query, SearchScratch};
use crate::criteria;
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
    /// The answers to many queries, in their order, on one thread. `tell` hears of progress after each person and may
    /// stop the call: then the answers so far are returned.
    pub fn top_many(&self, queries: &[Query], mut tell: impl FnMut(Progress) -> ControlFlow<()>) -> Vec<Answer> {
        let mut scratch = SearchScratch::default();
        let mut answers = Vec::with_capacity(queries.len());
        for query in queries {
            answers.push(self.top_with(query, &mut scratch));
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
        queries.par_iter().map_init(SearchScratch::default, |scratch, query| self.top_with(query, scratch)).collect()
    }

    /// The best `k` people for every offer, rising by the offer's identity: those to whom it may be shown, by falling score,
    /// then by the byte order of their ids. Every pair is looked at once.
    pub fn candidates(&self, people: &[Person], k: usize, as_of: Option<Day>) -> Vec<(&str, Vec<Candidate>)> {
        let (engine, offers) = (&*self.0.engine.0, &self.0.offers);
        let mut best: Vec<Best> = (0..offers.len()).map(|_| Best::new(k)).collect();
        let mut scratch = SearchScratch::default();
        // Numbered in the order of the ids, so that ties by number are ties by id.
        let mut order: Vec<usize> = (0..people.len()).collect();
        order.sort_by_key(|&person| (people[person].id(), person));
        for (number, &person) in order.iter().enumerate() {
            let person = self.own(&people[person]);
            if !person.is_rankable() {
                continue;
            }
            let lens = Lens::new(engine, offers, &person.0, as_of, &mut scratch.reach, &mut scratch.touched);
            for (row, best) in best.iter_mut().enumerate() {
                let case = lens.case(row);
                if criteria::passes(&case) {
                    best.push(number as u32, score::score(&case, &mut scratch.pair));
                }
            }
        }
        let candidate = |(number, scored): (u32, score::Scored)| Candidate {
            person: order[number as usize],
            score: scored.score,
            fit: scored.fit,
            wish: scored.wish,
        };
        let lists = best.iter_mut().map(|best| best.take().into_iter().map(candidate).collect());
        offers.ids.iter().map(|id| &**id).zip(lists).collect()
    }
}
