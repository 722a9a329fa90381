use std::fmt::Write as _;

use matcher_core::units::Score;

use super::{Collection, Ranked};

/// The scores of the graded pairs that are shown, one line for each grade: how many pairs, then the scores below which a
/// quarter, a half and three quarters of them lie, in points. What the limits of the bands are set by.
pub fn by_grade(collection: &Collection, ranked: &[Ranked]) -> String {
    let mut of_grade: [Vec<Score>; 4] = std::array::from_fn(|_| Vec::new());
    for Ranked { profile, offers, scores } in ranked {
        let judged = collection.of(profile);
        for (offer, score) in offers.iter().zip(scores) {
            if let Some(judgement) = judged.get(offer) {
                of_grade[usize::from(judgement.grade)].push(*score);
            }
        }
    }
    let mut out = format!("{:<8}{:>6}{:>8}{:>8}{:>8}\n", "grade", "pairs", "25 %", "50 %", "75 %");
    for (grade, scores) in of_grade.iter_mut().enumerate() {
        scores.sort_unstable();
        let at = |quarter: usize| {
            scores.get(scores.len() * quarter / 4).map_or(String::new(), |score| format!("{score:.1}"))
        };
        let _ = writeln!(out, "{grade:<8}{:>6}{:>8}{:>8}{:>8}", scores.len(), at(1), at(2), at(3));
    }
    out
}
