//! One module for each command.

pub(crate) mod audit;
pub(crate) mod commute;
pub(crate) mod demo;
pub(crate) mod diff;
pub(crate) mod forget;
pub(crate) mod link;
pub(crate) mod match_;
pub(crate) mod merge;
pub(crate) mod pack;
pub(crate) mod places;
pub(crate) mod schema;
pub(crate) mod similar;
pub(crate) mod spot;
pub(crate) mod taxonomy;
pub(crate) mod why;

mod records;
