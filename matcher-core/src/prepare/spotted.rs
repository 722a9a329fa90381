//! Skills that a record names in words: in its text, or inside a phrase of a list of skills.

use std::collections::BTreeMap;

use crate::engine::Parts;
use crate::model::Offer;
use crate::spot::Find;
use crate::taxonomy::ConceptKind;
use crate::text::fold;

/// Marks between the entries of a list.
const BETWEEN: &[char] = &[',', ';', ':', '(', ')', '/', '|', '•', '\n', '.', '!', '?'];

/// Marks between sentences and between the lines of an advertisement.
const SENTENCE: &[char] = &['.', ';', '\n', '!', '?', '•'];

/// Words that make of a demand a wish, folded.
const WISHED: &[&str] = &[
    "un plus",
    "un atout",
    "apprecie",
    "appreciee",
    "appreciees",
    "apprecies",
    "souhaite",
    "souhaitee",
    "souhaitees",
    "souhaites",
    "idealement",
    "seraient",
    "serait",
    "a plus",
    "nice to have",
    "preferably",
    "ideally",
    "desirable",
    "bonus",
    "von vorteil",
    "wunschenswert",
    "idealerweise",
    "gerne",
];

/// The skills that an offer's title and text ask for, each with whether it is more than a wish. Of several skills with
/// one label the first counts. The employer's own name is no skill.
pub(super) fn in_offer(engine: &Parts, offer: &Offer) -> BTreeMap<u32, bool> {
    let mut asked = BTreeMap::new();
    let employer = offer.employer.as_deref().map(|name| format!(" {} ", fold(name)));
    for text in [Some(offer.title.as_str()), offer.text.as_deref()].into_iter().flatten() {
        let mut end = 0;
        for find in skills(engine, text) {
            let words = &text[find.start..find.end];
            let is_employer = || employer.as_ref().is_some_and(|name| name.contains(&format!(" {} ", fold(words))));
            if find.start < end || is_employer() {
                continue;
            }
            end = find.end;
            *asked.entry(find.concept).or_default() |= !is_wish(text, &find);
        }
    }
    asked
}

/// The skills that a person's own text names, rising.
pub(super) fn in_text(engine: &Parts, text: &str) -> Vec<u32> {
    let mut found: Vec<u32> = skills(engine, text).map(|find| find.concept).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The skills inside a phrase that is itself no label: *Python (pandas, SQL)*. Ordinary words count only where they are
/// most of their entry, for what stands around them may make another thing of them.
pub(super) fn in_phrase(engine: &Parts, phrase: &str) -> Vec<u32> {
    let words = |text: &str| fold(text).split(' ').count();
    let whole = |find: &Find| {
        let from = phrase[..find.start].rfind(BETWEEN).map_or(0, |at| at + 1);
        let to = phrase[find.end..].find(BETWEEN).map_or(phrase.len(), |at| find.end + at);
        let entry = phrase.get(from..to).unwrap_or(phrase);
        3 * words(&phrase[find.start..find.end]) >= 2 * words(entry)
    };
    let mut found: Vec<u32> =
        skills(engine, phrase).filter(|find| find.is_name || whole(find)).map(|find| find.concept).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn skills(engine: &Parts, text: &str) -> impl Iterator<Item = Find> {
    let finds = engine.spotter().spot(text, None);
    finds.into_iter().filter(|find| find.kind == ConceptKind::Skill && !find.negated && !find.is_soft())
}

/// Whether the sentence around the find speaks of a wish.
fn is_wish(text: &str, find: &Find) -> bool {
    let from = text[..find.start].rfind(SENTENCE).unwrap_or(0);
    let to = text[find.end..].find(SENTENCE).map_or(text.len(), |at| find.end + at);
    let sentence = format!(" {} ", fold(&text[from..to]));
    WISHED.iter().any(|words| sentence.contains(&format!(" {words} ")))
}
