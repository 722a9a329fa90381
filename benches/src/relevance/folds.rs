use crate::random::Random;

/// What choosing among variants is worth on profiles that had no say in the choice: the profiles are dealt into `folds`
/// parts, for each part the variant that is best on all others is taken, and its figure on the part counts. Mean over all
/// profiles and over the dealings, one for each seed.
///
/// `figures[variant][profile]`; of variants that are equally good the first is taken. A profile without a figure has no
/// say and does not count.
pub fn held_out(figures: &[Vec<Option<f64>>], folds: usize, seeds: impl IntoIterator<Item = u64>) -> Option<f64> {
    let profiles = figures.first()?.len();
    let (mut sum, mut count) = (0.0, 0u32);
    for seed in seeds {
        let mut random = Random::seeded(seed);
        let mut order: Vec<usize> = (0..profiles).collect();
        for i in (1..profiles).rev() {
            order.swap(i, random.below(i + 1));
        }
        for fold in 0..folds {
            let is_held = |place: usize| place % folds == fold;
            let total = |variant: &Vec<Option<f64>>, held: bool| -> f64 {
                let own = order.iter().enumerate().filter(|(place, _)| is_held(*place) == held);
                own.filter_map(|(_, &profile)| variant[profile]).sum()
            };
            let best = figures.iter().rev().max_by(|a, b| total(a, false).total_cmp(&total(b, false)))?;
            sum += total(best, true);
            let held = order.iter().enumerate().filter(|&(place, &p)| is_held(place) && best[p].is_some());
            count += held.map(|_| 1).sum::<u32>();
        }
    }
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_fits_its_own_profile_alone_is_worth_nothing_elsewhere() {
        // Variant i is perfect for profile i and useless for the others; the last is fair for all.
        let mut figures: Vec<Vec<Option<f64>>> =
            (0..6).map(|own| (0..6).map(|p| Some(if p == own { 1.0 } else { 0.0 })).collect()).collect();
        assert_eq!(held_out(&figures, 3, [1, 2, 3]), Some(0.0));
        figures.push(vec![Some(0.5); 6]);
        assert_eq!(held_out(&figures, 3, [1, 2, 3]), Some(0.5));
        assert_eq!(held_out(&[], 3, [1]), None);
    }
}
