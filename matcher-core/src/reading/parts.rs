use std::ops::Range;

use super::words::{Word, words};

/// Whether `et`, `und`, `and` part what people list, or belong to a name (`accompagnant éducatif et social`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum And {
    Parts,
    Joins,
}

/// The things that a short text lists: parted by commas, semicolons, full stops, line ends, colons, brackets, strokes with blanks,
/// `ou`, `oder`, `or`, `ni`, and `et`, `und`, `and` where they part. Byte ranges from the first word of each to its last.
pub(crate) fn parts(text: &str, and: And) -> Vec<Range<usize>> {
    let all = words(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (i, word) in all.iter().enumerate() {
        let joint = is_joint(word, and);
        let cut = i > 0 && signs(&text[all[i - 1].at.end..word.at.start]);
        if joint || cut {
            found.extend(run.take().map(|(from, to)| all[from].at.start..all[to].at.end));
        }
        if !joint {
            run = Some((run.map_or(i, |(from, _)| from), i));
        }
    }
    found.extend(run.map(|(from, to)| all[from].at.start..all[to].at.end));
    found
}

fn is_joint(word: &Word, and: And) -> bool {
    let parts = and == And::Parts && ["et", "und", "and"].contains(&word.folded.as_str());
    parts || ["ou", "oder", "or", "ni", "bzw", "sinon", "beziehungsweise"].contains(&word.folded.as_str())
}

fn signs(between: &str) -> bool {
    between.contains([',', ';', ':', '(', ')', '[', ']', '\n', '|', '•', '–', '—', '!', '?'])
        || between.contains(". ")
        || between.contains(" / ")
        || between.contains(" - ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, and: And) -> Vec<&str> {
        parts(text, and).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn lists_are_cut_at_signs_and_small_words() {
        assert_eq!(cut("nuits, week-ends ou astreintes", And::Joins), ["nuits", "week-ends", "astreintes"]);
        assert_eq!(cut("Koch oder Beikoch; Küchenhilfe", And::Joins), ["Koch", "Beikoch", "Küchenhilfe"]);
        assert_eq!(cut("éducatif et social", And::Joins), ["éducatif et social"]);
        assert_eq!(cut("nuits et week-ends", And::Parts), ["nuits", "week-ends"]);
        assert!(cut(" , ou ", And::Joins).is_empty());
    }
}
