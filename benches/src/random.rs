//! Seeded random numbers and draws with given weights.

/// A stream of random numbers that is the same on every platform: xoshiro256++ (Blackman & Vigna 2021,
/// doi:10.1145/3460772), its state filled by splitmix64. Not for secrets.
#[derive(Clone, Debug)]
pub struct Random([u64; 4]);

impl Random {
    /// The stream of a seed.
    pub fn seeded(mut seed: u64) -> Random {
        Random(std::array::from_fn(|_| {
            seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let z = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }))
    }

    /// 64 random bits.
    pub fn word(&mut self) -> u64 {
        let s = &mut self.0;
        let out = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        out
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From 0 to below `n`, which must not be 0. The bias is below n / 2⁶⁴.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.word()) * n as u128) >> 64) as usize
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// About normal, mean 0 and variance 1: the sum of twelve uniform numbers. Never beyond ±6.
    pub fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// One of these; the slice must not be empty.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Draws numbers with given weights.
#[derive(Clone, Debug)]
pub struct Weighted(Vec<f64>);

impl Weighted {
    /// Number `i` as often as `weights[i]` says; there must be a positive one.
    pub fn new(weights: impl IntoIterator<Item = f64>) -> Weighted {
        let mut sum = 0.0;
        Weighted(
            weights
                .into_iter()
                .map(|weight| {
                    sum += weight;
                    sum
                })
                .collect(),
        )
    }

    /// Zipf's law: number `i` of `n` as often as (i + 1)^−exponent.
    pub fn zipf(n: usize, exponent: f64) -> Weighted {
        Weighted::new((0..n).map(|i| libm::pow(i as f64 + 1.0, -exponent)))
    }

    /// One number.
    pub fn draw(&self, random: &mut Random) -> usize {
        let total = self.0.last().copied().unwrap_or(0.0);
        let at = random.unit() * total;
        self.0.partition_point(|&sum| sum <= at).min(self.0.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_one_stream_for_ever() {
        let mut random = Random::seeded(1);
        let words: Vec<u64> = (0..2).map(|_| random.word()).collect();
        assert_eq!(words, [0xcfc5d07f6f03c29b, 0xbf424132963fe08d]);
    }

    #[test]
    fn zipf_draws_the_first_most_often() {
        let (zipf, mut random) = (Weighted::zipf(100, 1.0), Random::seeded(7));
        let mut counts = [0usize; 100];
        (0..10_000).for_each(|_| counts[zipf.draw(&mut random)] += 1);
        assert!(counts[0] > counts[1] && counts[1] > counts[9] && counts[9] > counts[99], "{counts:?}");
        assert!((1_700..2_150).contains(&counts[0]), "1 / H(100) is 0.193: {}", counts[0]);
    }
}
