use super::Vector;
use super::units::HASH_BITS;

/// Rows of small integers, found by the hash of what they stand for. One number is four bits; a row has a scale of its own,
/// in which the weight of its unit is contained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// Rising.
    pub(crate) keys: Vec<u32>,
    /// Numbers in a row: an even number up to [`Vector::DIMENSIONS`].
    pub(crate) dimensions: usize,
    pub(crate) scales: Vec<u16>,
    /// Information of the unit in sixteenths.
    pub(crate) information: Vec<u8>,
    /// Row by row, `dimensions / 2` bytes: number `i` in the low half of byte `i`, number `i + dimensions / 2` in its high
    /// half, each plus [`OFFSET`].
    pub(crate) numbers: Vec<u8>,
    /// Where the keys with the same top bits begin.
    starts: Vec<u32>,
    /// That of the unit that says most.
    most_information: u8,
}

/// Numbers run from −7 to 7.
pub(crate) const OFFSET: u8 = 8;
/// Top bits of a key that have a start of their own: some keys at most share one.
const TOP: u32 = 14;

impl Rows {
    /// From rows in the order of their keys.
    pub(crate) fn new(
        dimensions: usize,
        keys: Vec<u32>,
        scales: Vec<u16>,
        information: Vec<u8>,
        numbers: Vec<u8>,
    ) -> Rows {
        let mut starts = vec![0; (1 << TOP) + 1];
        for key in &keys {
            starts[(key >> (HASH_BITS - TOP)) as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let most_information = information.iter().copied().max().unwrap_or(0);
        Rows { keys, dimensions, scales, information, numbers, starts, most_information }
    }

    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(crate) fn find(&self, key: u32) -> Option<usize> {
        let top = (key >> (HASH_BITS - TOP)) as usize;
        let (&from, &to) = (self.starts.get(top)?, self.starts.get(top + 1)?);
        let near = &self.keys[from as usize..to as usize];
        near.iter().position(|&known| known == key).map(|at| from as usize + at)
    }

    /// Adds the row, scaled, to a sum. Less than 2¹⁹ a number and row, so that four thousand rows fit.
    pub(crate) fn add(&self, row: usize, sum: &mut [i32; Vector::DIMENSIONS]) {
        let half = self.dimensions / 2;
        let scale = i32::from(self.scales[row]);
        let (low, high) = sum.split_at_mut(half);
        for ((&byte, low), high) in self.numbers[row * half..][..half].iter().zip(low).zip(high) {
            *low += scale * (i32::from(byte & 15) - i32::from(OFFSET));
            *high += scale * (i32::from(byte >> 4) - i32::from(OFFSET));
        }
    }

    pub(crate) fn information(&self, row: usize) -> u32 {
        self.information.get(row).map_or(0, |&information| u32::from(information))
    }

    pub(crate) fn most_information(&self) -> u32 {
        u32::from(self.most_information.max(1))
    }

    pub(crate) fn size_in_bytes(&self) -> usize {
        (self.keys.len() + self.starts.len()) * 4 + self.scales.len() * 2 + self.information.len() + self.numbers.len()
    }
}
