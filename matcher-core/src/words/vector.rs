use crate::units::Ratio;

/// The direction that a text points in: an integer vector of length 2¹⁴, or zero where nothing is known of the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vector([i16; Vector::DIMENSIONS]);

impl Vector {
    /// How many numbers there are. A smaller table leaves the last ones 0.
    pub const DIMENSIONS: usize = 64;
    /// Nothing is known.
    pub const ZERO: Vector = Vector([0; Vector::DIMENSIONS]);
    /// Bits of the length: 2¹⁴.
    const BITS: u32 = 14;

    /// The direction of a sum, at full length; zero for a sum of nothing.
    pub(crate) fn unit(sum: &[i32; Vector::DIMENSIONS]) -> Vector {
        let square: u128 = sum.iter().map(|&x| u128::from(x.unsigned_abs()).pow(2)).sum();
        // In parts of 2¹⁶, for the root of a small sum is no whole number.
        let length = (square << 32).isqrt() as u64;
        if length == 0 {
            return Vector::ZERO;
        }
        // Rounded to the nearest, halves away from zero: the mirror image of a sum has the mirror image of its vector.
        let scaled = |x: i32| {
            let size = ((u64::from(x.unsigned_abs()) << (Vector::BITS + 16)) + length / 2) / length;
            size as i16 * x.signum() as i16
        };
        Vector(sum.map(scaled))
    }

    /// The middle of several lists of vectors, each list counting as much as another; zero for none.
    pub(crate) fn middle(lists: impl Iterator<Item = Vec<Vector>>) -> Vector {
        let mut middle = [0; Vector::DIMENSIONS];
        for list in lists {
            let known = list.iter().filter(|vector| !vector.is_zero()).count().max(1) as i64;
            for (i, sum) in middle.iter_mut().enumerate() {
                let all: i64 = list.iter().map(|vector| i64::from(vector.0[i])).sum();
                *sum += ((all << 4) / known) as i32;
            }
        }
        Vector::unit(&middle)
    }

    /// The vector of length 2¹⁴ that points as nearly the same way as numbers from −7 to 7 can.
    pub(crate) fn coarse(&self) -> Vector {
        Vector::from_four_bits(&self.four_bits())
    }

    /// Numbers from −7 to 7 in about the same proportions; one of them is 7 or −7.
    pub(crate) fn four_bits(&self) -> [i8; Vector::DIMENSIONS] {
        let largest = self.0.iter().map(|x| i32::from(x.unsigned_abs())).max().unwrap_or(0).max(1);
        self.0.map(|x| ((i32::from(x.unsigned_abs()) * 14 + largest) / (2 * largest)) as i8 * x.signum() as i8)
    }

    /// The vector that [`Vector::four_bits`] stand for.
    pub(crate) fn from_four_bits(numbers: &[i8; Vector::DIMENSIONS]) -> Vector {
        Vector::unit(&numbers.map(i32::from))
    }

    /// The cosine of the angle between the two, from −32,768 to 32,768 (Q15); 0 where either is unknown.
    pub fn cosine(&self, other: &Vector) -> i32 {
        let dot: i32 = self.0.iter().zip(&other.0).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum();
        (dot >> (2 * Vector::BITS - Ratio::BITS)).clamp(-(1 << Ratio::BITS), 1 << Ratio::BITS)
    }

    /// The same to numbers from −7 to 7 of a length given in parts of 2⁸; 0 where that is 0.
    pub(crate) fn cosine_to(&self, numbers: &[i8; Vector::DIMENSIONS], length: i32) -> i32 {
        let dot: i32 = self.0.iter().zip(numbers).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum();
        // 2¹⁵ · dot / (2¹⁴ · length / 2⁸); a dot is below 64 · 7 · 2¹⁴ < 2²³.
        let cosine = (i64::from(dot) << 9).checked_div(i64::from(length)).unwrap_or(0) as i32;
        cosine.clamp(-(1 << Ratio::BITS), 1 << Ratio::BITS)
    }

    /// How near the two are on a scale that is 0 up to the cosine `none`, 1 from the cosine `full` on and straight in
    /// between; 0 where either is unknown.
    pub fn nearness(&self, other: &Vector, none: Ratio, full: Ratio) -> Ratio {
        let above = u64::try_from(self.cosine(other) - none.parts() as i32).unwrap_or(0);
        Ratio::of(above, u64::from(full.parts().saturating_sub(none.parts()).max(1)))
    }

    /// The weighted mean of two directions, not brought to any length: its [`Vector::cosine`] to a third is the weighted mean
    /// of theirs, up to what rounding takes.
    pub(crate) fn mean(&self, weight: i32, other: &Vector, weight_of_other: i32) -> Vector {
        let all = (weight + weight_of_other).max(1);
        let mean = |(&a, &b): (&i16, &i16)| (i32::from(a) * weight + i32::from(b) * weight_of_other) / all;
        let mut numbers = [0; Vector::DIMENSIONS];
        numbers.iter_mut().zip(self.0.iter().zip(&other.0).map(mean)).for_each(|(number, mean)| *number = mean as i16);
        Vector(numbers)
    }

    /// Whether nothing is known.
    pub fn is_zero(&self) -> bool {
        *self == Vector::ZERO
    }
}

impl Default for Vector {
    fn default() -> Vector {
        Vector::ZERO
    }
}

impl std::fmt::Debug for Vector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Vector({:?}…)", &self.0[..4])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_near_to_nothing() {
        assert_eq!(Vector::unit(&[0; 64]), Vector::ZERO);
        assert_eq!(Vector::ZERO.cosine(&Vector::unit(&[1; 64])), 0);
    }

    proptest! {
        #[test]
        fn the_cosine_is_that_of_real_numbers(a: [i8; 64], b: [i8; 64]) {
            let (x, y) = (Vector::unit(&a.map(i32::from)), Vector::unit(&b.map(i32::from)));
            let dot = |a: &[i8; 64], b: &[i8; 64]| a.iter().zip(b).map(|(&a, &b)| f64::from(a) * f64::from(b)).sum::<f64>();
            let lengths = (dot(&a, &a) * dot(&b, &b)).sqrt();
            let exact = if lengths == 0.0 { 0.0 } else { dot(&a, &b) / lengths };
            prop_assert!((f64::from(x.cosine(&y)) / 32_768.0 - exact).abs() < 0.001);
            prop_assert_eq!(x.cosine(&y), y.cosine(&x));
        }

        #[test]
        fn any_sum_that_rows_can_make_has_a_direction(sum in prop::array::uniform32(-2_000_000_000i32..2_000_000_000)) {
            let mut all = [0; 64];
            all[..32].copy_from_slice(&sum);
            let vector = Vector::unit(&all);
            prop_assert!(vector.cosine(&vector) > 32_700 || vector.is_zero());
        }
    }
}
