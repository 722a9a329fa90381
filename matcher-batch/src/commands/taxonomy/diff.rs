use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use matcher_core::Taxonomy;
use matcher_core::taxonomy::Changed;

use super::open;

#[derive(Args)]
pub(super) struct Diff {
    /// The older snapshot.
    older: PathBuf,
    /// The newer snapshot.
    newer: PathBuf,
    /// How many of each are named; all of them are counted.
    #[arg(long, default_value_t = 10, value_name = "N")]
    first: usize,
}

impl Diff {
    pub(super) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        print!("{}", told(&open(&self.older)?, &open(&self.newer)?, self.first));
        Ok(ExitCode::SUCCESS)
    }
}

fn told(older: &Taxonomy, newer: &Taxonomy, first: usize) -> String {
    let difference = older.difference(newer);
    let name = |taxonomy: &Taxonomy| format!("{} ({})", taxonomy.version(), taxonomy.fingerprint());
    let mut out = format!("from  {}\nto    {}\n", name(older), name(newer));
    let (same, changed): (Vec<_>, Vec<_>) = difference.changes.iter().partition(|change| change.is_empty());
    for change in &changed {
        block(&mut out, change, first);
    }
    let end = match (changed.is_empty(), difference.same) {
        (true, true) => "Both are the same.\n".to_owned(),
        (true, false) => "Concepts, labels and relations are the same; version, attribution or the numbers computed \
                          from them are not.\n"
            .to_owned(),
        _ => format!("\nunchanged: {}\n", same.iter().map(|change| change.what).collect::<Vec<_>>().join(", ")),
    };
    out.push_str(if same.is_empty() { "" } else { &end });
    out
}

/// Counts, then the first of each list.
fn block(out: &mut String, change: &Changed, first: usize) {
    let lists = [("added", '+', &change.added), ("removed", '-', &change.removed), ("altered", '~', &change.altered)];
    let counts = lists.iter().filter(|(.., list)| !list.is_empty());
    let counts: Vec<String> = counts.map(|(what, _, list)| format!("{} {what}", list.len())).collect();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n{}: {}", change.what, counts.join(", "));
    for (_, sign, list) in lists {
        for item in list.iter().take(first) {
            let _ = writeln!(out, "  {sign} {item}");
        }
        if list.len() > first {
            let _ = writeln!(out, "  {sign} … {} more", list.len() - first);
        }
    }
}
