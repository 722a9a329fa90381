use std::collections::BTreeMap;

use super::Market;
use crate::random::Random;

/// About `mean` skills (between a half and one and a half of it), each once: 62 % from the first occupation, 13 % from the
/// second, 25 % from all by Zipf's law; half of them with a level.
pub(super) fn draw(
    market: &Market<'_>,
    mean: usize,
    first: usize,
    second: usize,
    random: &mut Random,
) -> BTreeMap<usize, Option<u8>> {
    let wanted = random.between(mean / 2, mean + mean / 2);
    let mut all = BTreeMap::new();
    // A small occupation may not have enough; the number of draws is bounded.
    for _ in 0..wanted * 4 {
        if all.len() == wanted {
            break;
        }
        let source = match random.below(100) {
            0..62 => Some(first),
            62..75 => Some(second),
            _ => None,
        };
        let skill = match source.map(|occupation| &market.catalogue.occupations[occupation].skills) {
            Some(own) if !own.is_empty() => *random.one_of(own),
            _ => market.skills.draw(random),
        };
        let level = random.percent(50).then(|| random.between(1, 4) as u8);
        all.entry(skill).or_insert(level);
    }
    all
}
