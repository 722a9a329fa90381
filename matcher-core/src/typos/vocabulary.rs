use super::Lexicon;

/// Words of every day that labels rarely have, by language: a typing error must not be seen in them.
const EVERYDAY: [&str; 3] = [
    include_str!("../../data/everyday/fr.txt"),
    include_str!("../../data/everyday/de.txt"),
    include_str!("../../data/everyday/en.txt"),
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

    /// Whether a folded text may be a misspelling of a folded form: no known word of it is another word there.
    pub(super) fn may_be(&self, text: &str, form: &str) -> bool {
        let (written, meant) = apart(text, form);
        if written.concat() == meant.concat() {
            return true;
        }
        let sound = |word: &&str| word.chars().all(char::is_alphabetic);
        if !written.iter().chain(&meant).all(sound) {
            return false;
        }
        let may_be_wrong = |word: &&str| word.chars().count() >= 4 && !self.knows(word);
        if !written.iter().all(may_be_wrong) {
            return false;
        }
        // Word by word where there are as many; blanks wrong beside letters are left to the text as a whole.
        written.len() != meant.len()
            || written.iter().zip(&meant).all(|(a, b)| strsim::osa_distance(a, b) <= allowed(a.chars().count()))
    }
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
