/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195): the same numbers for the same seed everywhere.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `bound`, which is above 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// Whether something of probability `percent` happens.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A number from the normal distribution of variance 1 (Box and Muller 1958).
    pub(super) fn normal(&mut self) -> f32 {
        let unit = |bits: u64| (bits >> 11) as f64 / (1u64 << 53) as f64;
        let (radius, angle) = (1.0 - unit(self.next()), unit(self.next()));
        ((-2.0 * libm::log(radius)).sqrt() * libm::cos(std::f64::consts::TAU * angle)) as f32
    }

    /// The first `count` of `items` become a random choice of all of them, in random order.
    pub(super) fn choose<T>(&mut self, items: &mut [T], count: usize) {
        for i in 0..count.min(items.len()) {
            let other = i + self.below(items.len() - i);
            items.swap(i, other);
        }
    }
}
