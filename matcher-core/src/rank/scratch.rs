use std::cell::RefCell;

use crate::commute::ReachScratch;
use crate::index::Memory;
use crate::score::{Scratch, Touched};

/// Memory for one search after another: after the first few a search allocates nothing but its answer.
#[derive(Default)]
pub(crate) struct SearchScratch {
    pub(crate) reach: ReachScratch,
    pub(crate) touched: Touched,
    pub(crate) pair: Scratch,
    pub(crate) index: Memory,
}

thread_local! {
    static KEPT: RefCell<SearchScratch> = RefCell::default();
}

impl SearchScratch {
    /// Lends the memory that this thread keeps: tables of the size of the taxonomy and of the index, which a single search
    /// would spend much of its time on making. A search within a search, by a host's criterion, gets its own.
    pub(crate) fn lent<R>(search: impl FnOnce(&mut SearchScratch) -> R) -> R {
        KEPT.with(|kept| match kept.try_borrow_mut() {
            Ok(mut kept) => search(&mut kept),
            Err(_) => search(&mut SearchScratch::default()),
        })
    }
}
