//! What people read: tables, explanations, progress, the counts at the end.

mod progress;
mod summary;
mod table;
mod words;

pub(crate) use progress::Bar;
pub(crate) use summary::{counts, fields, rejects, without_match};
pub(crate) use table::matches;
pub(crate) use words::{Lang, Words};

/// Columns of the terminal, within what is still readable; 100 where the output is none.
pub(crate) fn width() -> usize {
    let (_, columns) = console::Term::stdout().size_checked().unwrap_or((0, 100));
    usize::from(columns).clamp(60, 160)
}
