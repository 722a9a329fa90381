//! A run that leaves files behind: parts, the manifest that names them, and what is done with two of them.
//!
//! A run is made in `OUT.partial`, part by part, each whole before it has its name. Only when all are there and no guard
//! objects does the manifest come into being, and then `OUT.partial` takes the place of `OUT`. So whatever stands under
//! the name that was asked for is whole, and whatever was there before stays until then.

mod changes;
mod compare;
mod complete;
mod differences;
mod forget;
mod guards;
mod join;
mod location;
mod manifest;
mod merge;
mod publish;
mod report;
mod rows;
mod shard;
mod tally;
mod work;

pub(crate) use changes::{ChangeTotals, Changes};
pub(crate) use compare::{Comparison, compare};
pub(crate) use complete::{Ready, complete};
pub(crate) use forget::{forget, ids};
pub(crate) use guards::GuardArgs;
pub(crate) use location::Location;
pub(crate) use manifest::{FileMark, Manifest, Part, Plan, PlannedInput};
pub(crate) use merge::merge;
pub(crate) use publish::check_place;
pub(crate) use report::{Report, ReportArgs, seconds, status};
pub(crate) use shard::Shard;
pub(crate) use tally::{Side, Tally};
pub(crate) use work::Work;
