//! The command as a script sees it: files, standard input and output, exit statuses.

mod audit;
mod corpus;
mod demo;
mod folder;
mod formats;
mod matches;
mod pack;
mod rejects;
mod schema;
mod spot;
mod taxonomy;
mod why;
