//! Is it the job that the person wishes for?

use super::occupation::nearness;
use super::{Case, Deficit};
use crate::explain::Line;
use crate::units::Ratio;

/// The best wish: its number and its nearness; `None` for the nearness where the two cannot be compared.
fn best(case: &Case<'_>) -> Option<(usize, Option<Ratio>)> {
    let person = case.person;
    let neutral = case.engine.settings.neutrals.wish;
    let wish = |number| (number, nearness(case, case.touched.wishes(), &person.wishes, &person.wish_rows, number));
    let worth = |near: Option<Ratio>| near.unwrap_or(neutral.rest());
    let all = (0..person.wishes.len()).map(wish);
    all.max_by_key(|(number, near)| (worth(*near), std::cmp::Reverse(*number)))
}

/// 1 − the nearness of the best wish. A wish that cannot be compared counts the neutral, as no wish does: one more wish
/// never lowers a score.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    match best(case) {
        Some((_, Some(near))) => Deficit::Known(near.rest()),
        Some((_, None)) | None => Deficit::Unknown(case.engine.settings.neutrals.wish),
    }
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let line = match best(case) {
        None => Line::new("wish.person-unknown"),
        Some((_, None)) => Line::new("wish.cannot-compare"),
        Some((number, Some(near))) => {
            let key = match near {
                Ratio::ONE => "wish.same",
                Ratio::ZERO => "wish.far",
                _ => "wish.near",
            };
            Line::new(key).past(case, "wish", &case.person.wishes[number]).percent("nearness", near)
        }
    };
    vec![line]
}
