//! Has the person done this kind of work, and for long enough?

use super::{Case, Deficit};
use crate::explain::Line;
use crate::model::Ask;
use crate::prepare::{Meaning, Past};
use crate::score::Titles;
use crate::score::constants::{TITLE_FULL, TITLE_NONE, YEARS_UNKNOWN};
use crate::units::{Ratio, Years};

/// How near one of the past occupations is to the offer: 1 for the same title, else by the vectors of the two titles as
/// written. Where either has no title that the table knows, by the similarity of the occupations; where one of them is not
/// known either, a title is compared with the vector of the other's occupation. `None` where nothing can be compared.
///
/// Through its occupation a title says less: the trade that an offer is filed under is often not the work it describes.
pub(super) fn nearness(case: &Case<'_>, titles: &Titles, past: &Past, number: usize) -> Option<Ratio> {
    if case.by_name && !titles.called.is_empty() {
        let forms = case.offers.title_forms.row(case.offer);
        if titles.called.iter().any(|(form, of)| *of as usize == number && forms.contains(form)) {
            return Some(Ratio::ONE);
        }
    }
    let named = !past.occupations.is_empty();
    by_meaning(case, &past.meaning, |occupation| named.then(|| titles.nearness(number, occupation)))
}

/// The same of a title that is not the offer's own. `similar` says how near the occupations that it names are to one; `None`
/// where it names none.
pub(crate) fn by_meaning(case: &Case<'_>, own: &Meaning, similar: impl FnOnce(u32) -> Option<Ratio>) -> Option<Ratio> {
    let offered = &case.offers.meanings[case.offer];
    let both_written = own.written && offered.written;
    if !both_written
        && let Some(occupation) = case.offers.occupation[case.offer]
        && let Some(nearness) = similar(occupation)
    {
        return Some(nearness);
    }
    let known = !own.is_nothing() && !offered.is_nothing();
    known.then(|| own.vector.nearness(&offered.vector, TITLE_NONE, TITLE_FULL))
}

/// Whether the offer says what the work is: by a title that the table knows or by an occupation.
pub(super) fn is_said(case: &Case<'_>) -> bool {
    case.offers.occupation[case.offer].is_some() || !case.offers.meanings[case.offer].is_nothing()
}

/// What so many years are worth where so many are asked.
fn years_factor(had: Option<Years>, asked: &Ask<Years>) -> Ratio {
    match (asked, had) {
        (Ask::NotAsked, _) => Ratio::ONE,
        (Ask::Known(asked), _) if asked.tenths() == 0 => Ratio::ONE,
        (Ask::Unknown, _) | (Ask::Known(_), None) => YEARS_UNKNOWN,
        (Ask::Known(asked), Some(had)) => Ratio::of(u64::from(had.tenths()), u64::from(asked.tenths())),
    }
}

/// The best past occupation: its worth, its number and its nearness.
fn best(case: &Case<'_>, asked: &Ask<Years>) -> Option<(Ratio, usize, Ratio)> {
    let person = case.person;
    let worth = |number| {
        let near = nearness(case, &case.touched.past, &person.past[number], number)?;
        let years = years_factor(person.past[number].years, asked);
        Some((near.times(years), number, near))
    };
    let all = (0..person.past.len()).filter_map(worth);
    all.max_by_key(|(worth, number, _)| (*worth, std::cmp::Reverse(*number)))
}

/// 1 − the worth of the best past occupation. Where the offer does not say what the work is the neutral counts, unless a
/// title says more, and never less than the best occupation would still cost this person: not to say what the work is must not
/// beat saying it. A person without past occupations counts as one whose occupations are all far: see
/// [`Neutrals`](crate::settings::Neutrals).
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    where_asked(case, &case.offers.experience[case.offer])
}

/// The same of past occupations of which the nearness and the years are known.
pub(crate) fn of_past(case: &Case<'_>, past: impl Iterator<Item = (Option<Ratio>, Option<Years>)>) -> Deficit {
    judged(case, &case.offers.experience[case.offer], past)
}

/// The least deficit that an offer of this title and occupation can have: as if it asked for no years.
pub(crate) fn least(case: &Case<'_>) -> Ratio {
    where_asked(case, &Ask::NotAsked).ratio()
}

fn where_asked(case: &Case<'_>, asked: &Ask<Years>) -> Deficit {
    let past = case.person.past.iter().enumerate();
    let near = |number, past| nearness(case, &case.touched.past, past, number);
    judged(case, asked, past.map(|(number, past)| (near(number, past), past.years)))
}

fn judged(case: &Case<'_>, asked: &Ask<Years>, past: impl Iterator<Item = (Option<Ratio>, Option<Years>)>) -> Deficit {
    // The best that there is, and the most that any occupation could be worth here.
    let (mut worth, mut within_reach) = (None, Ratio::ZERO);
    let is_said = is_said(case);
    for (near, years) in past {
        // Years in what is far are worth nothing.
        if is_said && near.is_none_or(|near| near == Ratio::ZERO) {
            worth = worth.max(near);
            continue;
        }
        let factor = years_factor(years, asked);
        worth = worth.max(near.map(|near| near.times(factor)));
        within_reach = within_reach.max(factor);
    }
    if !is_said {
        let neutral = case.engine.settings.neutrals.occupation.max(within_reach.rest());
        return match worth {
            Some(worth) if worth.rest() < neutral => Deficit::Known(worth.rest()),
            _ => Deficit::Unknown(neutral),
        };
    }
    match worth {
        Some(worth) => Deficit::Known(worth.rest()),
        None => Deficit::Unknown(Ratio::ONE),
    }
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let line = match best(case, &case.offers.experience[case.offer]) {
        _ if case.person.past.is_empty() => Line::new("occupation.person-unknown"),
        Some((worth, number, near)) if worth > Ratio::ZERO => {
            let key = if near == Ratio::ONE { "occupation.same" } else { "occupation.near" };
            let line = Line::new(key).past(case, "past", &case.person.past[number]).percent("nearness", near);
            match (&case.offers.experience[case.offer], case.person.past[number].years) {
                (Ask::Known(asked), Some(had)) if had < *asked => {
                    with_suffix(line.tenths("years", had.tenths()).tenths("asked", asked.tenths()), "-short")
                }
                (Ask::Known(asked), None) if asked.tenths() > 0 => {
                    with_suffix(line.tenths("asked", asked.tenths()), "-years-unknown")
                }
                _ => line,
            }
        }
        _ if !is_said(case) => Line::new("occupation.offer-unknown"),
        _ => Line::new("occupation.far"),
    };
    vec![line]
}

fn with_suffix(line: Line, suffix: &str) -> Line {
    Line { key: format!("{}{suffix}", line.key).into(), ..line }
}
