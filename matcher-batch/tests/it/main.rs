//! The command as a script sees it: files, standard input and output, exit statuses.

mod audit;
mod changes;
mod commute;
mod corpus;
mod demo;
mod faults;
mod folder;
mod forget;
mod formats;
mod guards;
mod market;
mod matches;
mod pack;
mod packed;
mod rejects;
mod reports;
mod runs;
mod schema;
mod shards;
mod similar;
mod spot;
mod taxonomy;
mod why;
