use matcher_core::model::Language;

use super::postings::{Postings, counts};
use crate::linking::candidates::plain;
use crate::linking::{Candidates, Ranker};

/// Cosine of TF-IDF vectors over groups of 2 to 4 letters inside words, as scikit-learn's `TfidfVectorizer(analyzer="char_wb",
/// ngram_range=(2, 4))` reckons them: a blank at both ends of a word, idf = ln((1 + N)/(1 + df)) + 1, vectors of length 1.
pub struct CharTfIdf<'a> {
    candidates: &'a Candidates,
    postings: Postings,
}

impl CharTfIdf<'_> {
    /// Over these labels.
    pub fn new(candidates: &Candidates) -> CharTfIdf<'_> {
        let labels = candidates.labels();
        let mut postings = Postings::counted(labels.iter().map(|(_, label)| groups(label)));
        let n = labels.len() as f64;
        postings.weigh(|df, _, times| times * (libm::log((1.0 + n) / (1.0 + df as f64)) + 1.0));
        let mut squares = vec![0.0; labels.len()];
        for &(text, weight) in postings.lists().flatten() {
            squares[text as usize] += weight * weight;
        }
        postings.weigh(|_, text, weight| weight / squares[text as usize].sqrt());
        CharTfIdf { candidates, postings }
    }
}

impl Ranker for CharTfIdf<'_> {
    fn name(&self) -> &str {
        "char TF-IDF"
    }

    fn rank(&self, text: &str, _: Language) -> Vec<u32> {
        let n = self.candidates.labels().len() as f64;
        let mut scores = vec![0.0; self.candidates.labels().len()];
        for (group, times) in counts(groups(&plain(text))) {
            let list = self.postings.list(&group);
            let idf = libm::log((1.0 + n) / (1.0 + list.len() as f64)) + 1.0;
            list.iter().for_each(|&(label, weight)| scores[label as usize] += times * idf * weight);
        }
        self.candidates.ranked(&scores)
    }
}

/// Groups of 2 to 4 letters of each word with a blank at both its ends; a word that is shorter stands for itself, once.
fn groups(text: &str) -> Vec<String> {
    let mut groups = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        for length in 2..=4 {
            if letters.len() <= length {
                groups.push(letters.iter().collect());
                break;
            }
            groups.extend(letters.windows(length).map(|group| group.iter().collect::<String>()));
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_those_of_char_wb() {
        assert_eq!(groups("ab c"), [" a", "ab", "b ", " ab", "ab ", " ab ", " c", "c ", " c "]);
    }
}
