use crate::model::Language;
use crate::taxonomy::{Csr, LabelKind, Names};
use crate::units::Ratio;
use crate::words::{Vector, Words};

/// What every label says, by its number: its rows in the table of words, how much they weigh together, its vector.
pub(super) struct Labels {
    rows: Csr<u32>,
    /// Square root of the sum of squared weights.
    lengths: Vec<u32>,
    vectors: Vec<Coarse>,
    /// Squared weight of each row of the table.
    squares: Vec<u32>,
    /// Set of words of a label, concept, label; rising.
    sets: Vec<(u64, u32, u32)>,
}

/// A direction in four bits a number, and the length of these numbers in parts of 2⁸.
struct Coarse {
    numbers: [i8; Vector::DIMENSIONS],
    length: i32,
}

impl Coarse {
    fn new(vector: &Vector) -> Coarse {
        let numbers = vector.four_bits();
        let square: u64 = numbers.iter().map(|&x| u64::from(x.unsigned_abs()).pow(2)).sum();
        Coarse { numbers, length: (square << 16).isqrt() as i32 }
    }
}

/// How plainly a text that is a label names the concept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    #[default]
    Elsewhere,
    Otherwise,
    Preferred,
}

/// A text to be linked.
pub(super) struct Query {
    pub(super) vector: Vector,
    /// The rows of the table that the text has: one bit each.
    has: Vec<u64>,
    length: u64,
    /// The share of the text that has rows: what is not known could point anywhere, so that no cosine can be trusted
    /// beyond it.
    pub(super) known: Ratio,
}

impl Labels {
    pub(super) fn new(words: &Words, names: &Names) -> Labels {
        let squares: Vec<u32> = (0..words.len() as u32).map(|row| words.weight(row).pow(2)).collect();
        let (mut rows, mut lengths, mut vectors) = (Vec::new(), Vec::new(), Vec::new());
        for label in names.labels.values() {
            let (known, unknown) = words.rows(&label.text);
            let square: u64 = known.iter().map(|&row| u64::from(squares[row as usize])).sum();
            lengths.push((square + unknown).isqrt() as u32);
            vectors.push(Coarse::new(&words.vector_of(&known)));
            rows.push(known);
        }
        let of = names.labels.offsets();
        let all =
            (0..names.len()).flat_map(|concept| (of[concept]..of[concept + 1]).map(move |label| (concept, label)));
        let mut sets: Vec<(u64, u32, u32)> = all
            .filter_map(|(concept, label)| {
                Some((words.set(&names.labels.values()[label as usize].text)?, concept as u32, label))
            })
            .collect();
        sets.sort_unstable();
        Labels { rows: Csr::from_rows(rows), lengths, vectors, squares, sets }
    }

    /// The concepts of which the text is a label, in any gender, in any order of its words: rising, each with how plainly it is
    /// named, by a label of another language, of the asked one, by its preferred one.
    pub(super) fn exact(&self, words: &Words, text: &str, language: Language, names: &Names) -> Vec<(u32, Named)> {
        let Some(set) = words.set(text) else { return Vec::new() };
        let from = self.sets.partition_point(|&(known, ..)| known < set);
        let mut found: Vec<(u32, Named)> = Vec::new();
        for &(_, concept, label) in self.sets[from..].iter().take_while(|&&(known, ..)| known == set) {
            let label = &names.labels.values()[label as usize];
            let named = match (label.language == language, label.kind) {
                (false, _) => Named::Elsewhere,
                (true, LabelKind::Preferred) => Named::Preferred,
                (true, _) => Named::Otherwise,
            };
            match found.last_mut() {
                Some((last, known)) if *last == concept => *known = named.max(*known),
                _ => found.push((concept, named)),
            }
        }
        found
    }

    /// Whether the text is a label.
    pub(super) fn has(&self, words: &Words, text: &str) -> bool {
        words.set(text).is_some_and(|set| self.sets.binary_search_by_key(&set, |&(known, ..)| known).is_ok())
    }

    pub(super) fn query(&self, words: &Words, text: &str) -> Query {
        let (known, unknown) = words.rows(text);
        let mut has = vec![0; self.squares.len().div_ceil(64)];
        let mut square = unknown;
        for &row in &known {
            has[row as usize / 64] |= 1 << (row % 64);
            square += u64::from(self.squares[row as usize]);
        }
        Query { vector: words.vector_of(&known), has, length: square.isqrt(), known: words.known(&known, unknown) }
    }

    /// The label of a concept that comes nearest to the text, with the share of words and letter groups in common (the
    /// cosine of their weights) and the cosine of the vectors, both in Q15. A label of another language than the asked one
    /// counts a sixteenth less.
    pub(super) fn best(&self, query: &Query, concept: u32, language: Language, names: &Names) -> (u32, i32, i32) {
        let range = names.labels.offsets()[concept as usize]..names.labels.offsets()[concept as usize + 1];
        let (mut best, mut alike, mut cosine) = ((i32::MIN, range.start), 0, 0);
        for label in range {
            let at = label as usize;
            let all = query.length * u64::from(self.lengths[at]);
            let own =
                (self.shared(query, at) << Ratio::BITS).checked_div(all).unwrap_or(0).min(1 << Ratio::BITS) as i32;
            let Coarse { numbers, length } = &self.vectors[at];
            let near = query.vector.cosine_to(numbers, *length);
            let other = i32::from(names.labels.values()[at].language != language);
            let (own, near) = (own - other * own / 16, near - other * near / 16);
            if own + near > best.0 {
                best = (own + near, label);
            }
            alike = alike.max(own);
            cosine = cosine.max(near);
        }
        (best.1, alike, cosine)
    }

    /// How much of a label stands in the text: the share of its words and letter groups, by what they say, of the label of which
    /// most does. A label of another language than the asked one counts a sixteenth less.
    pub(super) fn covered(&self, query: &Query, concept: u32, language: Language, names: &Names) -> u32 {
        let range = names.labels.offsets()[concept as usize]..names.labels.offsets()[concept as usize + 1];
        let covered = |label: u32| {
            let at = label as usize;
            let all = u64::from(self.lengths[at]).pow(2);
            let share = Ratio::of(self.shared(query, at), all).parts();
            if names.labels.values()[at].language == language { share } else { share - share / 16 }
        };
        range.map(covered).max().unwrap_or(0)
    }

    /// Squared weight of the rows of a label that the text has too.
    #[inline]
    fn shared(&self, query: &Query, label: usize) -> u64 {
        let known = self.rows.row(label).iter().filter(|&&row| query.has[row as usize / 64] >> (row % 64) & 1 == 1);
        known.map(|&row| u64::from(self.squares[row as usize])).sum()
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        self.rows.values().len() * 4
            + self.lengths.len() * 8
            + self.vectors.len() * size_of::<Coarse>()
            + self.squares.len() * 4
            + self.sets.len() * size_of::<(u64, u32, u32)>()
    }
}
