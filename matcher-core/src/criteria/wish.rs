//! Is it the job that the person wishes for?

use super::occupation::nearness;
use super::{Case, Deficit};
use crate::explain::Line;
use crate::prepare::Past;
use crate::score::constants::WISH_WORDS_FULL;
use crate::units::Ratio;

/// How near a wish is to the offer: 1 where it names its title, else the mean of the nearness of the two titles and of what
/// the offer says of the wish's words; one of them alone where the other cannot be told.
fn likeness(case: &Case<'_>, number: usize, text: Text) -> Option<Ratio> {
    let wish = &case.person.wishes[number];
    let title = nearness(case, &case.touched.wishes, wish, number);
    joined(title, words_of(case, wish, text))
}

/// The likeness out of the nearness of the titles and what the offer says of the words.
pub(crate) fn joined(title: Option<Ratio>, words: Option<Ratio>) -> Option<Ratio> {
    match (title, words) {
        (Some(Ratio::ONE), _) => Some(Ratio::ONE),
        (Some(title), Some(words)) => Some(Ratio::from_parts((title.parts() + words.parts()) / 2)),
        (one, other) => one.or(other),
    }
}

/// What to take the offer's text for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    AsItIs,
    /// Where there is one, it has every word that the title lacks.
    Perfect,
}

/// What the offer says of a wish's words.
pub(crate) fn of_words(case: &Case<'_>, wish: &Past) -> Option<Ratio> {
    words_of(case, wish, Text::AsItIs)
}

/// The share of the wish's words, by their information, that the offer has, over [`WISH_WORDS_FULL`]; one that only its
/// text has counts half. `None` where the wish or the offer has no words.
fn words_of(case: &Case<'_>, wish: &Past, as_if: Text) -> Option<Ratio> {
    let (title, text) = (case.offers.title_words.row(case.offer), case.offers.text_words.row(case.offer));
    if wish.words.is_empty() || title.is_empty() && text.is_empty() {
        return None;
    }
    let in_text = |word| match as_if {
        Text::AsItIs => text.binary_search(word).is_ok(),
        Text::Perfect => !text.is_empty(),
    };
    let halves = |word| if title.binary_search(word).is_ok() { 2 } else { u64::from(in_text(word)) };
    let found: u64 = wish.words.iter().map(|w| halves(&w.word) * u64::from(w.information)).sum();
    let all: u64 = wish.words.iter().map(|w| u64::from(w.information)).sum();
    Some(Ratio::of(found << Ratio::BITS, 2 * all * u64::from(WISH_WORDS_FULL.parts())))
}

/// The best wish: its number and its likeness; `None` for the likeness where the two cannot be compared.
fn best(case: &Case<'_>, text: Text) -> Option<(usize, Option<Ratio>)> {
    let person = case.person;
    let neutral = case.engine.settings.neutrals.wish;
    let wish = |number| (number, likeness(case, number, text));
    let worth = |near: Option<Ratio>| near.unwrap_or(neutral.rest());
    let all = (0..person.wishes.len()).map(wish);
    all.max_by_key(|(number, near)| (worth(*near), std::cmp::Reverse(*number)))
}

/// 1 − the likeness of the best wish. A wish that cannot be compared counts the neutral, as no wish does: one more wish
/// never lowers a score.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    with_text(case, Text::AsItIs)
}

/// The same of wishes of which the likeness is known.
pub(crate) fn of_wishes(case: &Case<'_>, wishes: impl Iterator<Item = Option<Ratio>>) -> Deficit {
    let neutral = case.engine.settings.neutrals.wish;
    match wishes.max_by_key(|near| near.unwrap_or(neutral.rest())) {
        Some(Some(near)) => Deficit::Known(near.rest()),
        Some(None) | None => Deficit::Unknown(neutral),
    }
}

/// The least deficit that an offer of this title and occupation can have, whatever its text says.
pub(crate) fn least(case: &Case<'_>) -> Ratio {
    with_text(case, Text::Perfect).ratio()
}

fn with_text(case: &Case<'_>, text: Text) -> Deficit {
    match best(case, text) {
        Some((_, Some(near))) => Deficit::Known(near.rest()),
        Some((_, None)) | None => Deficit::Unknown(case.engine.settings.neutrals.wish),
    }
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let line = match best(case, Text::AsItIs) {
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
