/// The Mersenne Twister (Matsumoto & Nishimura 1998, doi:10.1145/272991.272995) as Python's `random` module seeds and reads
/// it, so that the intervals are the very numbers that a Python script with the same seed prints.
pub(super) struct Mersenne {
    state: [u32; Mersenne::LEN],
    next: usize,
}

impl Mersenne {
    const LEN: usize = 624;
    const MIDDLE: usize = 397;

    /// The stream of `random.Random(seed)`.
    pub(super) fn seeded(seed: u32) -> Mersenne {
        let mut state = [0u32; Mersenne::LEN];
        state[0] = 19_650_218;
        for i in 1..Mersenne::LEN {
            state[i] = scramble(state[i - 1]).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        let mut at = 1;
        // A seed of one word: it is added at every step, with an index of 0.
        for _ in 0..Mersenne::LEN {
            state[at] = (state[at] ^ scramble(state[at - 1]).wrapping_mul(1_664_525)).wrapping_add(seed);
            at = after(&mut state, at);
        }
        for _ in 1..Mersenne::LEN {
            state[at] = (state[at] ^ scramble(state[at - 1]).wrapping_mul(1_566_083_941)).wrapping_sub(at as u32);
            at = after(&mut state, at);
        }
        state[0] = 1 << 31;
        Mersenne { state, next: Mersenne::LEN }
    }

    fn word(&mut self) -> u32 {
        if self.next == Mersenne::LEN {
            self.twist();
        }
        let mut y = self.state[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    fn twist(&mut self) {
        for i in 0..Mersenne::LEN {
            let y = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % Mersenne::LEN] & 0x7fff_ffff);
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + Mersenne::MIDDLE) % Mersenne::LEN] ^ (y >> 1) ^ odd;
        }
        self.next = 0;
    }

    /// From 0 to below 1, in steps of 2⁻⁵³: `random()`.
    pub(super) fn unit(&mut self) -> f64 {
        let (high, low) = (u64::from(self.word() >> 5), u64::from(self.word() >> 6));
        ((high << 26) + low) as f64 / (1u64 << 53) as f64
    }
}

/// The place after `at`, the first being 1: the word at 0 repeats the last one for the step that looks back at it.
fn after(state: &mut [u32; Mersenne::LEN], at: usize) -> usize {
    if at + 1 < Mersenne::LEN {
        return at + 1;
    }
    state[0] = state[Mersenne::LEN - 1];
    1
}

fn scramble(word: u32) -> u32 {
    word ^ (word >> 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_pythons() {
        let mut stream = Mersenne::seeded(20_261_124);
        let drawn: Vec<f64> = (0..3).map(|_| stream.unit()).collect();
        assert_eq!(drawn, [0.823895038465414, 0.6753183227203114, 0.00342161241567851]);
    }
}
