use std::collections::BTreeSet;
use std::ops::Range;

use matcher_core::Taxonomy;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::text::fold;

/// The simple peer: every label of a skill, word for word, folded, the longest from the left.
pub struct Plain {
    labels: BTreeSet<String>,
    longest: usize,
}

impl Plain {
    /// From the labels of a taxonomy's skills.
    pub fn new(taxonomy: &Taxonomy) -> Plain {
        let skills = taxonomy.concepts(ConceptKind::Skill);
        let labels: BTreeSet<String> =
            skills.flat_map(|skill| skill.labels().map(|(_, _, text)| fold(text)).collect::<Vec<_>>()).collect();
        let longest = labels.iter().map(|label| label.split(' ').count()).max().unwrap_or(0);
        Plain { labels, longest }
    }

    /// The bytes of its finds.
    pub fn spot(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut finds = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let ends = (at + 1..=words.len().min(at + self.longest)).rev();
            let names = |end: &usize| self.labels.contains(&fold(&text[words[at].start..words[*end - 1].end]));
            match ends.clone().find(names) {
                Some(end) => {
                    finds.push(words[at].start..words[end - 1].end);
                    at = end;
                }
                None => at += 1,
            }
        }
        finds
    }
}

/// Runs of letters and digits, with the signs of C++ and C#.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let belongs = c.is_alphanumeric() || c == '+' || c == '#';
        match words.last_mut() {
            Some(last) if belongs && open => last.end = at + c.len_utf8(),
            _ if belongs => words.push(at..at + c.len_utf8()),
            _ => {}
        }
        open = belongs;
    }
    words
}
