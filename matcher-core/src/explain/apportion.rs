use super::Explanation;
use crate::score::shares::apportion;
use crate::units::Score;

/// The points lost as they are shown at one precision (0 to 4 decimals): score and losses as whole numbers of that unit,
/// which sum to 100 points exactly. One list for the criteria, and in it one for the lines of each.
///
/// Rounding each number by itself would leave a sum of 99 or 101; the largest remainders are rounded up instead.
pub fn shown(explanation: &Explanation, decimals: u32) -> (u32, Vec<(u32, Vec<u32>)>) {
    let step = 10u32.pow(4 - decimals.min(4));
    let whole = Score::MAX.get() / step;
    let score = (explanation.score.get() + step / 2) / step;
    let losses: Vec<u64> = explanation.criteria.iter().map(|part| u64::from(part.lost)).collect();
    let criteria = apportion(u64::from(whole - score), &losses);
    let of_part = |(part, lost): (&super::Part, u64)| {
        let lines: Vec<u64> = part.lines.iter().map(|line| u64::from(line.lost)).collect();
        (lost as u32, apportion(lost, &lines).into_iter().map(|l| l as u32).collect())
    };
    (score, explanation.criteria.iter().zip(criteria).map(of_part).collect())
}
