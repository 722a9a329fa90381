//! The score of one profile and one offer: 100 · Π (1 − λ·d) over the criteria, in integers.

pub(crate) mod assignment;
pub(crate) mod constants;
mod product;
pub(crate) mod shares;
mod titles;
mod touched;

pub(crate) use product::{Scored, loss_of, score, score_from, side_of};
pub(crate) use titles::Titles;
pub(crate) use touched::{Touch, Touched};

use assignment::{Edge, Work};

/// Memory for scoring one pair after another without allocating.
#[derive(Default)]
pub(crate) struct Scratch {
    pub(crate) losses: Vec<u32>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) assignment: Work,
}
