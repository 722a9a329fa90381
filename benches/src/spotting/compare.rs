use std::collections::BTreeMap;
use std::ops::{AddAssign, Range};

use matcher_core::text::fold;

use super::Marked;

/// What became of one offer: folded words of finds and marks.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Finds that a mark covers.
    pub right: Vec<String>,
    /// Finds that none covers.
    pub wrong: Vec<String>,
    /// Marks found.
    pub found: Vec<String>,
    /// Marks not found.
    pub missed: Vec<String>,
}

/// Numbers of different finds and marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Finds that a mark covers.
    pub right: usize,
    /// All finds.
    pub finds: usize,
    /// Marks found.
    pub found: usize,
    /// All marks.
    pub marks: usize,
}

impl AddAssign<&Judged> for Tally {
    fn add_assign(&mut self, judged: &Judged) {
        self.right += judged.right.len();
        self.finds += judged.right.len() + judged.wrong.len();
        self.found += judged.found.len();
        self.marks += judged.found.len() + judged.missed.len();
    }
}

impl Tally {
    /// Right finds among all.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.finds.max(1) as f64
    }

    /// Marks found among all.
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.marks.max(1) as f64
    }
}

/// Sets finds (bytes of the text) beside the marks. A find is right where it and a marked phrase share at least half the
/// words of the longer; a mark is found where a right find shares so much with it or covers it. The same words count once
/// for each offer.
pub fn judge(marked: &Marked, finds: &[Range<usize>]) -> Judged {
    let words: Vec<String> = split(&marked.text);
    let mut marks: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    for mark in &marked.marks {
        let mark = split(mark);
        let starts = (0..words.len()).filter(|&at| words[at..].starts_with(&mark));
        marks.push((mark.join(" "), starts.map(|at| at..at + mark.len()).collect()));
    }
    let half = |a: &Range<usize>, b: &Range<usize>| {
        let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
        2 * shared >= a.len().max(b.len())
    };
    let mut verdicts: BTreeMap<String, bool> = BTreeMap::new();
    let mut right: Vec<Range<usize>> = Vec::new();
    for find in finds {
        let start = split(&marked.text[..find.start]).len();
        let own = split(&marked.text[find.clone()]);
        let place = start..start + own.len();
        let is_right = marks.iter().flat_map(|(_, places)| places).any(|mark| half(&place, mark));
        *verdicts.entry(own.join(" ")).or_default() |= is_right;
        if is_right {
            right.push(place);
        }
    }
    let mut judged = Judged::default();
    for (words, is_right) in verdicts {
        if is_right { &mut judged.right } else { &mut judged.wrong }.push(words);
    }
    for (words, places) in marks {
        let covers = |mark: &Range<usize>, find: &Range<usize>| find.start <= mark.start && mark.end <= find.end;
        let found = places.iter().any(|mark| right.iter().any(|find| half(find, mark) || covers(mark, find)));
        if found { &mut judged.found } else { &mut judged.missed }.push(words);
    }
    judged
}

fn split(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_find_is_right_where_it_is_half_of_a_mark_and_counts_once() {
        let marks = ["Power BI", "gestion de projets", "SQL"].map(str::to_owned).to_vec();
        let text = "Power BI, projets, SQL et SQL, Paris".to_owned();
        let places = ["Power BI", "projets", "SQL", "Paris"].map(|words| {
            let at = text.find(words).unwrap();
            at..at + words.len()
        });
        let judged = judge(&Marked { text, marks }, &places);
        assert_eq!(judged.right, ["power bi", "sql"]);
        assert_eq!(judged.wrong, ["paris", "projets"]);
        assert_eq!((judged.found.len(), &judged.missed[..]), (2, &["gestion de projets".to_owned()][..]));
    }
}
