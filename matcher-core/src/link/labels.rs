use crate::model::Language;
use crate::taxonomy::{Csr, Names};
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
    /// Set of words of a label, concept; rising.
    sets: Vec<(u64, u32)>,
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

/// A text to be linked.
pub(super) struct Query {
    pub(super) vector: Vector,
    /// Squared weight of each row of the table that the text has, else 0.
    has: Vec<u32>,
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
        let all =
            names.labels.rows().enumerate().flat_map(|(concept, labels)| labels.iter().map(move |l| (concept, l)));
        let mut sets: Vec<(u64, u32)> =
            all.filter_map(|(concept, label)| Some((words.set(&label.text)?, concept as u32))).collect();
        sets.sort_unstable();
        sets.dedup();
        Labels { rows: Csr::from_rows(rows), lengths, vectors, squares, sets }
    }

    /// The concepts of which the text is a label: in any gender, in any order of its words. Rising.
    pub(super) fn exact(&self, words: &Words, text: &str) -> Vec<u32> {
        let Some(set) = words.set(text) else { return Vec::new() };
        let from = self.sets.partition_point(|&(known, _)| known < set);
        self.sets[from..].iter().take_while(|&&(known, _)| known == set).map(|&(_, concept)| concept).collect()
    }

    pub(super) fn query(&self, words: &Words, text: &str) -> Query {
        let (known, unknown) = words.rows(text);
        let mut has = vec![0; self.squares.len()];
        let mut square = unknown;
        for &row in &known {
            has[row as usize] = self.squares[row as usize];
            square += u64::from(self.squares[row as usize]);
        }
        let known_length = (square - unknown).isqrt();
        let length = square.isqrt();
        Query { vector: words.vector_of(&known), has, length, known: Ratio::of(known_length, length) }
    }

    /// The label of a concept that comes nearest to the text, with the share of words and letter groups in common (the
    /// cosine of their weights) and the cosine of the vectors, both in Q15. A label of another language than the asked one
    /// counts a sixteenth less.
    pub(super) fn best(&self, query: &Query, concept: u32, language: Language, names: &Names) -> (u32, i32, i32) {
        let range = names.labels.offsets()[concept as usize]..names.labels.offsets()[concept as usize + 1];
        let (mut best, mut alike, mut cosine) = ((i32::MIN, range.start), 0, 0);
        for label in range {
            let at = label as usize;
            let shared: u64 = self.rows.row(at).iter().map(|&row| u64::from(query.has[row as usize])).sum();
            let all = query.length * u64::from(self.lengths[at]);
            let own = (shared << Ratio::BITS).checked_div(all).unwrap_or(0) as i32;
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

    pub(super) fn size_in_bytes(&self) -> usize {
        self.rows.values().len() * 4
            + self.lengths.len() * 8
            + self.vectors.len() * size_of::<Coarse>()
            + self.squares.len() * 4
            + self.sets.len() * size_of::<(u64, u32)>()
    }
}
