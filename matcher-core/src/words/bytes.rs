//! The table as bytes, a section of the taxonomy's snapshot.

use super::rows::OFFSET;
use super::units::HASH_BITS;
use super::{Canon, Concepts, Rows, Vector, Words};
use crate::Error;
use crate::taxonomy::{Reader, Writer, corrupt};

/// Set in the first number of a table that knows the parts of compounds.
const COMPOUNDS: u32 = 1 << 8;

impl Words {
    /// Everything that [`Words::from_bytes`] reads back.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(self.words.dimensions as u32 | if self.compounds { COMPOUNDS } else { 0 });
        out.number(self.canon.learned.len() as u32);
        for (word, form) in &self.canon.learned {
            out.text(word);
            out.text(form);
        }
        for rows in [&self.words, &self.groups] {
            out.rising(rows.keys.iter().copied());
            rows.scales.iter().for_each(|scale| out.raw(&scale.to_le_bytes()));
            out.raw(&rows.information);
            out.raw(&rows.numbers);
        }
        for concepts in [&self.occupations, &self.skills] {
            for vectors in [&concepts.labels, &concepts.texts] {
                vectors.iter().for_each(|vector| write_vector(vector, self.words.dimensions, &mut out));
            }
        }
        out.finish()
    }

    /// Reads the table of a taxonomy with so many occupations and skills.
    pub(crate) fn from_bytes(bytes: &[u8], [occupations, skills]: [usize; 2]) -> Result<Words, Error> {
        let input = &mut Reader::new(bytes);
        let first = input.number()?;
        let (dimensions, compounds) = ((first & !COMPOUNDS) as usize, first & COMPOUNDS != 0);
        if dimensions == 0 || !dimensions.is_multiple_of(2) || dimensions > Vector::DIMENSIONS {
            return Err(corrupt("the rows of the table have no possible length"));
        }
        let mut learned: Vec<(Box<str>, Box<str>)> = Vec::new();
        for _ in 0..input.length()? {
            let lesson = (input.text()?.into(), input.text()?.into());
            if learned.last().is_some_and(|last| *last >= lesson) {
                return Err(corrupt("the forms of words are not in order"));
            }
            learned.push(lesson);
        }
        let words = Words {
            canon: Canon { learned },
            compounds,
            words: read_rows(dimensions, input)?,
            groups: read_rows(dimensions, input)?,
            occupations: read_concepts(occupations, dimensions, input)?,
            skills: read_concepts(skills, dimensions, input)?,
        };
        if input.is_empty() { Ok(words) } else { Err(corrupt("there are bytes behind the table")) }
    }
}

fn read_rows(dimensions: usize, input: &mut Reader<'_>) -> Result<Rows, Error> {
    let keys = input.rising(1 << HASH_BITS)?;
    let scales =
        input.raw(2 * keys.len())?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let information = input.raw(keys.len())?.to_vec();
    let numbers = input.raw(keys.len() * dimensions / 2)?.to_vec();
    if numbers.iter().any(|byte| byte & 15 == 0 || byte >> 4 == 0) {
        return Err(corrupt("a number of the table is below −7"));
    }
    Ok(Rows::new(dimensions, keys, scales, information, numbers))
}

fn write_vector(vector: &Vector, dimensions: usize, out: &mut Writer) {
    let numbers = vector.four_bits().map(|x| (x + OFFSET as i8) as u8);
    let (low, high) = numbers[..dimensions].split_at(dimensions / 2);
    low.iter().zip(high).for_each(|(low, high)| out.byte(low | high << 4));
}

fn read_concepts(count: usize, dimensions: usize, input: &mut Reader<'_>) -> Result<Concepts, Error> {
    let mut vectors = || -> Result<Vec<Vector>, Error> {
        let half = dimensions / 2;
        let bytes = input.raw(count * half)?;
        let vector = |bytes: &[u8]| {
            let mut numbers = [0; Vector::DIMENSIONS];
            for (i, byte) in bytes.iter().enumerate() {
                numbers[i] = (byte & 15) as i8 - OFFSET as i8;
                numbers[half + i] = (byte >> 4) as i8 - OFFSET as i8;
            }
            Vector::from_four_bits(&numbers)
        };
        Ok(bytes.chunks_exact(half).map(vector).collect())
    };
    Ok(Concepts { labels: vectors()?, texts: vectors()? })
}
