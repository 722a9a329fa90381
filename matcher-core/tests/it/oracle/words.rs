//! What is compared in words.

use matcher_core::Vector;
use matcher_core::model::{Offer, Profile};
use matcher_core::reading;

use super::{ONE, Oracle, parts, percent, ratio};

/// The vector of a title as written, where anything of it is known.
pub(super) fn of_title(oracle: &Oracle<'_>, title: &Option<String>) -> Option<Vector> {
    let vector = oracle.taxonomy.words()?.vector(&reading::title(title.as_ref()?));
    (!vector.is_zero()).then_some(vector)
}

/// The vector of an occupation: here that of its only label.
pub(super) fn of_occupation(oracle: &Oracle<'_>, occupation: Option<usize>) -> Option<Vector> {
    of_title(oracle, &Some(matcher_core::testing::title(occupation?, 3)))
}

/// A cosine on a scale between two hundredths.
pub(super) fn nearness(a: &Vector, b: &Vector, none: u64, full: u64) -> u64 {
    let above = i64::from(a.cosine(b)) - percent(none) as i64;
    ratio(above.max(0) as u64, percent(full) - percent(none))
}

/// How much of a wish's words the offer has.
pub(super) fn of_wish(oracle: &Oracle<'_>, wish: &Option<String>, offer: &Offer) -> Option<u64> {
    let words = oracle.taxonomy.words()?;
    let (wish, title) = (words.tokens(wish.as_ref()?), words.tokens(&offer.title));
    let text = words.tokens(offer.text.as_deref().unwrap_or_default());
    if wish.is_empty() || title.is_empty() && text.is_empty() {
        return None;
    }
    let (mut found, mut all) = (0, 0);
    for word in &wish {
        let information = u64::from(words.information(word));
        all += information;
        found += match (title.contains(word), text.contains(word)) {
            (true, _) => 2 * information,
            (false, true) => information,
            (false, false) => 0,
        };
    }
    Some(ratio(found * ONE, 2 * all * percent(80)))
}

/// What is missing of what the offer's text describes.
pub(super) fn tasks(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let Some(words) = oracle.taxonomy.words() else { return 0 };
    let known = |text: &str| Some(words.vector(text)).filter(|vector| !vector.is_zero());
    let mut own: Vec<Vector> = Vec::new();
    for claim in &profile.skills {
        let label = oracle.facts.skill(&claim.skill).map(|skill| matcher_core::testing::skill_text(skill, true));
        own.extend(known(&label.unwrap_or_else(|| claim.skill.clone())));
    }
    let past = profile.occupations.iter().map(|past| (&past.title, &past.occupation));
    for (title, id) in past.chain(profile.wishes.iter().map(|wish| (&wish.title, &wish.occupation))) {
        let occupation = super::work::named(oracle, title, id);
        own.extend(of_title(oracle, title).or_else(|| of_occupation(oracle, occupation)));
    }
    if own.is_empty() {
        return ONE;
    }
    let phrases = reading::phrases(offer.text.as_deref().unwrap_or_default());
    let phrases: Vec<Vector> = phrases.iter().filter_map(|phrase| known(phrase)).collect();
    if phrases.is_empty() {
        return parts(oracle.world.settings.neutrals.tasks);
    }
    let near = phrases.iter().map(|phrase| own.iter().map(|own| nearness(phrase, own, 30, 80)).max().unwrap());
    ONE - ratio(near.sum::<u64>(), phrases.len() as u64 * percent(45))
}
