use super::Lexicon;

/// Words of every day that labels rarely have, by language: a typing error must not be seen in them.
const EVERYDAY: [&str; 3] = [
    include_str!("../../data/everyday/fr.txt"),
    include_str!("../../data/everyday/de.txt"),
    include_str!("../../data/everyday/en.txt"),
];

/// Short words that join others and name nothing: a slip in one of them does not make another label.
const JOINING: [&str; 3] = [
    "a au aux d de des du en et l la le les ou par pour s sur un une",
    "am an auf aus bei das dem den der des die ein fur im in ins mit oder um und von vor zu zum zur",
    "a an and as at by for from in into of on or the to up with",
];

/// The words that are known, each of which is meant where it is written.
pub(super) struct Vocabulary {
    /// The words one behind the other, sorted.
    text: String,
    /// Word → where it begins; one more than there are words.
    starts: Vec<u32>,
}

impl Vocabulary {
    /// The words of every label, and those of every day.
    pub(super) fn of(lexicon: &Lexicon) -> Vocabulary {
        let everyday: Vec<String> = EVERYDAY.iter().flat_map(|list| list.lines()).map(crate::text::fold).collect();
        let mut words: Vec<&str> = lexicon.text().split_ascii_whitespace().collect();
        words.extend(everyday.iter().flat_map(|line| line.split(' ')).filter(|word| !word.is_empty()));
        words.sort_unstable();
        words.dedup();
        let (mut text, mut starts) = (String::new(), vec![0]);
        for word in words {
            text.push_str(word);
            starts.push(text.len() as u32);
        }
        text.shrink_to_fit();
        Vocabulary { text, starts }
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        self.text.capacity() + size_of_val(&self.starts[..])
    }

    fn knows(&self, word: &str) -> bool {
        let word_at = |at: usize| &self.text[self.starts[at] as usize..self.starts[at + 1] as usize];
        let (mut low, mut high) = (0, self.starts.len() - 1);
        while low < high {
            let middle = low.midpoint(high);
            if word_at(middle) < word { low = middle + 1 } else { high = middle }
        }
        low + 1 < self.starts.len() && word_at(low) == word
    }

    /// The edits that a folded text may have: 1 from four letters, 2 from eight, 3 from twelve; blanks do not count.
    pub(super) fn edits_allowed(&self, text: &str) -> usize {
        allowed(text.chars().filter(|&c| c != ' ').count())
    }

    /// Whether a folded text may be a misspelling of a folded form: no known word of it is another word there, save one of
    /// fewer than four letters in the place of a word that only joins others.
    pub(super) fn may_be(&self, text: &str, form: &str) -> bool {
        let (written, meant) = apart(text, form);
        if written.concat() == meant.concat() {
            return true;
        }
        let sound = |word: &&str| word.chars().all(char::is_alphabetic);
        if !written.iter().chain(&meant).all(sound) {
            return false;
        }
        let may_be_wrong = |word: &str| word.chars().count() >= 4 && !self.knows(word);
        if written.len() != meant.len() {
            // Blanks are wrong beside letters; how far is left to the text as a whole.
            return written.iter().all(|word| may_be_wrong(word));
        }
        written.iter().zip(&meant).all(|(written, meant)| {
            let letters = written.chars().count();
            letters < 4 && joins(meant)
                || may_be_wrong(written) && strsim::osa_distance(written, meant) <= allowed(letters)
        })
    }
}

fn joins(word: &str) -> bool {
    JOINING.iter().flat_map(|words| words.split(' ')).any(|joining| joining == word)
}

fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        8..=11 => 2,
        _ => 3,
    }
}

/// The words of each text that the other one lacks, in their order. A word that stands twice is two words.
fn apart<'a>(a: &'a str, b: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let mut others: Vec<Option<&str>> = b.split(' ').map(Some).collect();
    let mut own = Vec::new();
    for word in a.split(' ') {
        match others.iter_mut().find(|other| **other == Some(word)) {
            Some(other) => *other = None,
            None => own.push(word),
        }
    }
    (own, others.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::{ConceptKind, LabelKind};
    use crate::{Taxonomy, model::Language};

    fn vocabulary() -> Vocabulary {
        let mut builder = Taxonomy::builder();
        for label in ["chef de rang", "développeur r", "développeur c", "data base", "gang"] {
            builder.label(ConceptKind::Skill, label, Language::FR, LabelKind::Preferred, label);
        }
        Vocabulary::of(&Lexicon::of(&builder.build().unwrap(), &[ConceptKind::Skill]))
    }

    #[test]
    fn the_words_of_labels_and_of_every_day_are_known() {
        let vocabulary = vocabulary();
        for word in ["rang", "developpeur", "r", "manger", "grüne", "verte", "should"] {
            assert!(vocabulary.knows(&crate::text::fold(word)), "{word}");
        }
        for word in ["", "ran", "rangs", "developpeurs", "zzz"] {
            assert!(!vocabulary.knows(word), "{word}");
        }
    }

    #[test]
    fn a_slip_in_a_word_that_joins_others_is_one() {
        let vocabulary = vocabulary();
        assert!(vocabulary.may_be("chef dr rang", "chef de rang"));
        assert!(vocabulary.may_be("chef du rang", "chef de rang"));
        assert!(!vocabulary.may_be("developpeur c", "developpeur r"));
        assert!(!vocabulary.may_be("chef de gang", "chef de rang"));
    }

    #[test]
    fn blanks_are_no_change_of_a_word() {
        assert!(vocabulary().may_be("database", "data base"));
        assert!(vocabulary().may_be("dat abase", "data base"));
    }

    #[test]
    fn a_word_may_have_no_more_edits_than_its_own_letters_allow() {
        assert!(vocabulary().may_be("developpeur raang", "developpeur rang"));
        assert!(!vocabulary().may_be("developpeur rxxg", "developpeur rang"));
    }

    #[test]
    fn no_line_of_the_words_of_every_day_has_a_word_twice() {
        for list in EVERYDAY {
            assert!(list.lines().count() > 15);
            for line in list.lines() {
                let mut words: Vec<&str> = line.split(' ').collect();
                let all = words.len();
                words.sort_unstable();
                words.dedup();
                assert_eq!(words.len(), all, "{line}");
            }
        }
    }
}
