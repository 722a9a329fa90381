use crate::units::Ratio;

/// The direction that a text points in: an integer vector of length 2¹⁴, or zero where nothing is known of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
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
        let length = square.isqrt() as i64;
        if length == 0 {
            return Vector::ZERO;
        }
        // Rounded to the nearest, halves away from zero: the mirror image of a sum has the mirror image of its vector.
        let scaled = |x: i32| {
            let (size, half) = (i64::from(x.unsigned_abs()) << Vector::BITS, length / 2);
            ((size + half) / length) as i16 * x.signum() as i16
        };
        Vector(sum.map(scaled))
    }

    /// The cosine of the angle between the two, from −32,768 to 32,768 (Q15); 0 where either is unknown.
    pub fn cosine(&self, other: &Vector) -> i32 {
        let dot: i32 = self.0.iter().zip(&other.0).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum();
        (dot >> (2 * Vector::BITS - Ratio::BITS)).clamp(-(1 << Ratio::BITS), 1 << Ratio::BITS)
    }

    /// How near the two are on a scale that is 0 up to the cosine `none`, 1 from the cosine `full` on and straight in
    /// between; 0 where either is unknown.
    pub fn nearness(&self, other: &Vector, none: Ratio, full: Ratio) -> Ratio {
        let above = u64::try_from(self.cosine(other) - none.parts() as i32).unwrap_or(0);
        Ratio::of(above, u64::from(full.parts().saturating_sub(none.parts()).max(1)))
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
