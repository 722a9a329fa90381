use std::ops::ControlFlow;

use super::{Answer, OfferIndex, Query, SearchScratch};

/// How far a long call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// People done.
    pub done: usize,
    /// People in all.
    pub of: usize,
}

impl OfferIndex {
    /// The answers to many queries, in their order, on one thread. `tell` hears of progress for each person and may stop the
    /// call: then the answers so far are returned.
    ///
    /// Some thousands at a time, neighbours are answered one after the other, for they look at the same offers.
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
}

/// So many queries are put in an order of their own.
const BLOCK: usize = 4_096;

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
