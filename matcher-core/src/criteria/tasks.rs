//! Does the offer's text speak of what the person knows, did or wishes for?
//!
//! Every phrase of the text has a nearness to the nearest thing that the person states: a skill as she writes it, a past
//! title, a wished one. The criterion looks at the mean over the phrases. A text also says much that nobody states, so
//! that a mean of [`TASKS_FULL`] is as good as one.

use super::{Case, Deficit};
use crate::explain::Line;
use crate::prepare::{Phrase, Stated, Statement};
use crate::score::constants::{PHRASE_FULL, PHRASE_NONE, TASKS_FULL};
use crate::units::Ratio;

/// How near a phrase is to what is nearest to it.
fn nearness(phrase: &Phrase, statements: &[Statement]) -> Ratio {
    let cosine = statements.iter().map(|statement| phrase.vector.cosine(&statement.vector)).max();
    cosine.map_or(Ratio::ZERO, |cosine| Ratio::between(cosine, PHRASE_NONE, PHRASE_FULL))
}

/// 1 − the mean nearness of the phrases over [`TASKS_FULL`]. Nothing is lost where the taxonomy has no table to compare
/// words by. An offer that describes nothing counts the neutral; a person who states nothing counts as one whose every
/// statement is far: see [`Neutrals`](crate::settings::Neutrals).
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    if case.engine.taxonomy.words().is_none() {
        return Deficit::NotAsked;
    }
    let (phrases, statements) = (case.offers.phrases.row(case.offer), &case.person.statements);
    if statements.is_empty() {
        return Deficit::Unknown(Ratio::ONE);
    }
    if phrases.is_empty() {
        return Deficit::Unknown(case.engine.settings.neutrals.tasks);
    }
    let near: u64 = phrases.iter().map(|phrase| u64::from(nearness(phrase, statements).parts())).sum();
    Deficit::Known(Ratio::of(near, phrases.len() as u64 * u64::from(TASKS_FULL.parts())).rest())
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let (phrases, statements) = (case.offers.phrases.row(case.offer), &case.person.statements);
    if statements.is_empty() {
        return vec![Line::new("tasks.person-unknown")];
    }
    let all = phrases.iter().flat_map(|phrase| statements.iter().map(move |statement| (phrase, statement)));
    // Of equals the first of the text, then the first of the profile.
    let nearest = all.rev().max_by_key(|(phrase, statement)| phrase.vector.cosine(&statement.vector));
    let Some((phrase, statement)) = nearest else { return vec![Line::new("tasks.offer-unknown")] };
    let close = phrases.iter().filter(|phrase| nearness(phrase, statements) > Ratio::ZERO).count();
    if close == 0 {
        return vec![Line::new("tasks.far").number("phrases", phrases.len() as i64)];
    }
    let line = Line::new("tasks.near").number("close", close as i64).number("phrases", phrases.len() as i64);
    vec![stated(line.text("phrase", &*phrase.text), case, statement.of)]
}

/// Names the statement on the line.
fn stated(line: Line, case: &Case<'_>, of: Stated) -> Line {
    match of {
        Stated::Past(number) => line.past(case, "own", &case.person.past[number]),
        Stated::Wish(number) => line.past(case, "own", &case.person.wishes[number]),
        Stated::Skill(number) => {
            let named = &case.person.raw.skills[number].skill;
            let skills = &case.engine.taxonomy.0.skills;
            match skills.find(named.trim()) {
                Some(skill) => line.skill("own", skills.id(skill)),
                None => line.text("own", named.trim()),
            }
        }
    }
}
