use super::vocabulary::Vocabulary;
use crate::words::rows::OFFSET;
use crate::words::{Canon, Concepts, Rows, Words};

/// The trained rows in four bits a number, each with its weight and a scale of its own.
pub(super) fn table(canon: Canon, compounds: bool, vocabulary: &Vocabulary, rows: &[f32], dimensions: usize) -> Words {
    let weighted: Vec<f32> = rows
        .chunks(dimensions)
        .zip(&vocabulary.weights)
        .flat_map(|(row, weight)| row.iter().map(move |x| x * weight))
        .collect();
    let largest = weighted.iter().fold(0f32, |most, x| most.max(x.abs()));
    let unit = f32::from(u16::MAX) * 7.0 / largest.max(f32::MIN_POSITIVE);
    let (mut scales, mut numbers) = (Vec::new(), Vec::new());
    for row in weighted.chunks(dimensions) {
        let (scale, coarse) = four_bits(row);
        scales.push((scale * unit).round() as u16);
        let (low, high) = coarse.split_at(dimensions / 2);
        numbers.extend(
            low.iter().zip(high).map(|(&low, &high)| (low + OFFSET as i8) as u8 | ((high + OFFSET as i8) as u8) << 4),
        );
    }
    let mut sixteenths: Vec<u8> =
        vocabulary.information.iter().map(|x| (x * 16.0).round().clamp(1.0, 255.0) as u8).collect();
    let at = vocabulary.words.len();
    let groups = numbers.split_off(at * dimensions / 2);
    let group_scales = scales.split_off(at);
    let group_sixteenths = sixteenths.split_off(at);
    Words {
        canon,
        compounds,
        words: Rows::new(dimensions, vocabulary.words.clone(), scales, sixteenths, numbers),
        groups: Rows::new(dimensions, vocabulary.groups.clone(), group_scales, group_sixteenths, groups),
        occupations: Concepts::default(),
        skills: Concepts::default(),
    }
}

/// A scale and numbers from −7 to 7 whose products are as near to the row as any of sixteen scales brings them.
fn four_bits(row: &[f32]) -> (f32, Vec<i8>) {
    let largest = row.iter().fold(0f32, |most, x| most.max(x.abs()));
    if largest == 0.0 {
        return (0.0, vec![0; row.len()]);
    }
    let at = |scale: f32| -> (f32, Vec<i8>) {
        let coarse: Vec<i8> = row.iter().map(|x| (x / scale).round().clamp(-7.0, 7.0) as i8).collect();
        let error = row.iter().zip(&coarse).map(|(x, &c)| x - scale * f32::from(c)).map(|e| e * e).sum();
        (error, coarse)
    };
    let mut best = (f32::INFINITY, largest / 7.0, Vec::new());
    for sixteenths in 5..=16u8 {
        let scale = largest / 7.0 * f32::from(sixteenths) / 16.0;
        let (error, coarse) = at(scale);
        if error < best.0 {
            best = (error, scale, coarse);
        }
    }
    (best.1, best.2)
}
