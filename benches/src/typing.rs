//! Labels as they are typed, letter by letter.

use cpu_time::ProcessTime;
use matcher_core::model::Language;
use matcher_core::typos::Completion;

use crate::corruption::corrupted;
use crate::random::Random;

/// Suggestions asked for.
const WANTED: usize = 10;
/// Letters after which nobody types on.
const LETTERS: usize = 20;

/// Prints how long a completion takes while these forms are typed letter by letter, without and with errors in what was
/// typed so far.
pub fn report(completion: &Completion, forms: &[&str], random: &mut Random) {
    println!(
        "{:<34}{:>10}{:>10}{:>10}{:>10}{:>12}",
        "completion, µs of CPU", "median", "p95", "p99", "most", "keystrokes"
    );
    for (name, slip) in [("as written", false), ("with an error from 4 letters on", true)] {
        let mut spent = Vec::new();
        for form in forms {
            for end in 1..=form.chars().count().min(LETTERS) {
                let typed: String = form.chars().take(end).collect();
                let typed = if slip && end >= 4 { corrupted(random, &typed) } else { typed };
                let begun = ProcessTime::now();
                let found = completion.complete(&typed, Language::FR, WANTED);
                spent.push(begun.elapsed().as_secs_f64() * 1e6);
                assert!(slip || !found.is_empty(), "{typed}: a label begins so");
            }
        }
        spent.sort_by(f64::total_cmp);
        let at = |share: f64| spent[((spent.len() - 1) as f64 * share) as usize];
        println!("{name:<34}{:>10.0}{:>10.0}{:>10.0}{:>10.0}{:>12}", at(0.5), at(0.95), at(0.99), at(1.0), spent.len());
    }
}
