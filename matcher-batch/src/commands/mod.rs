//! One module for each command.

pub(crate) mod places;
pub(crate) mod taxonomy;
