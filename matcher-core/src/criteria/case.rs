use super::Active;
use crate::commute::Reach;
use crate::engine::Parts;
use crate::prepare::{Columns, Inner};
use crate::score::Touched;
use crate::units::Day;

/// One pair looked at: everything a criterion may read.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) engine: &'a Parts,
    pub(crate) person: &'a Inner,
    pub(crate) offers: &'a Columns,
    /// Row in `offers`.
    pub(crate) offer: usize,
    pub(crate) reach: Reach<'a>,
    pub(crate) touched: &'a Touched,
    pub(crate) active: &'a Active,
    pub(crate) as_of: Option<Day>,
    /// Whether a title that is the very one of the person's counts as such. Not where an offer stands for all of a class,
    /// which says what titles mean, not how they are written.
    pub(crate) by_name: bool,
}
