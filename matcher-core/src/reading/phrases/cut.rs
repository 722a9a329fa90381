use std::ops::Range;

use super::super::words::Word;

/// Words of a phrase, least and most.
const LEAST: usize = 3;
const MOST: usize = 12;

/// Words before which a long clause may be cut where it has no signs.
const JOINTS: &[&str] =
    &["et", "ou", "ainsi", "afin", "pour", "und", "oder", "sowie", "um", "and", "or", "to", "in", "an"];

/// Parts of a long clause with fewer words than this are joined with their neighbours.
const FRAGMENT: usize = 5;

/// Cuts a clause into pieces of [`LEAST`] to [`MOST`] words: at its commas, brackets and dashes where it is longer, then
/// before the `et`, `und`, `and` nearest to the middle, then in halves. A clause with fewer words gives none. Byte ranges of the
/// clause.
pub(super) fn pieces(clause: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    if words.len() > MOST {
        let breaks = |i: usize| breaks(&clause[words[i - 1].at.end..words[i].at.start]);
        let mut start = 0;
        for i in 1..=words.len() {
            if i == words.len() || breaks(i) {
                join(&mut runs, start..i);
                start = i;
            }
        }
    } else {
        runs.push(0..words.len());
    }
    let mut all = Vec::new();
    for run in runs {
        halve(words, run, &mut all);
    }
    all.into_iter().filter(|run| run.len() >= LEAST).map(|run| bytes(clause, words, run)).collect()
}

/// Whether the signs between two words part them. The bracket of an ending (`passionné(e)`) does not.
fn breaks(between: &str) -> bool {
    between.contains([',', ':', '[', ']', '|', '"', '«', '»', '–', '—'])
        || between.contains(" (")
        || between.contains(" / ")
        || between.contains(" - ")
}

/// Adds a part behind the last one, or makes one of both where either is a fragment and the result not too long.
fn join(runs: &mut Vec<Range<usize>>, part: Range<usize>) {
    match runs.last_mut() {
        Some(last) if (last.len() < FRAGMENT || part.len() < FRAGMENT) && last.len() + part.len() <= MOST => {
            last.end = part.end;
        }
        _ => runs.push(part),
    }
}

/// Cuts a run that is too long as near to its middle as a joint allows, until no part is.
fn halve(words: &[Word], run: Range<usize>, all: &mut Vec<Range<usize>>) {
    if run.len() <= MOST {
        all.push(run);
        return;
    }
    let middle = run.start + run.len() / 2;
    let joints = (run.start + LEAST + 1..run.end - LEAST).filter(|&i| JOINTS.contains(&words[i].folded.as_str()));
    let at = joints.min_by_key(|&i| i.abs_diff(middle)).unwrap_or(middle);
    halve(words, run.start..at, all);
    halve(words, at..run.end, all);
}

/// From the first word to the last, with the bracket that closes one opened inside.
fn bytes(clause: &str, words: &[Word], run: Range<usize>) -> Range<usize> {
    let (start, mut end) = (words[run.start].at.start, words[run.end - 1].at.end);
    let inside = &clause[start..end];
    if clause[end..].starts_with(')') && inside.matches('(').count() > inside.matches(')').count() {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::super::words::words;
    use super::*;

    fn cut(clause: &str) -> Vec<&str> {
        pieces(clause, &words(clause)).into_iter().map(|at| &clause[at]).collect()
    }

    #[test]
    fn a_clause_that_is_short_enough_stays_whole() {
        assert_eq!(cut("Maîtrise de Python, SQL, Spark"), ["Maîtrise de Python, SQL, Spark"]);
        assert!(cut("Power BI").is_empty());
    }

    #[test]
    fn a_long_clause_is_cut_at_commas_then_before_and() {
        assert_eq!(
            cut(
                "Vous assurez la maintenance des installations, le dépannage sur site, la rédaction des rapports et le conseil aux clients"
            ),
            [
                "Vous assurez la maintenance des installations, le dépannage sur site",
                "la rédaction des rapports et le conseil aux clients"
            ]
        );
        assert_eq!(
            cut(
                "Vous assurez la maintenance des installations de chauffage du parc et vous formez les nouveaux techniciens"
            ),
            [
                "Vous assurez la maintenance des installations de chauffage du parc",
                "et vous formez les nouveaux techniciens"
            ]
        );
    }

    #[test]
    fn a_clause_without_any_joint_is_cut_into_equal_parts() {
        let words = (0..26).map(|i| format!("mot{i}")).collect::<Vec<_>>().join(" ");
        assert_eq!(cut(&words).iter().map(|part| part.split(' ').count()).collect::<Vec<_>>(), [6, 7, 6, 7]);
    }
}
