//! The score of one profile and one offer.

pub(crate) mod constants;
pub(crate) mod shares;
