//! The words of which a long word is made: *Sportmasseur* is a *masseur*, *Schulleiterin* leads a *Schule*.

use super::units::word;

/// A word with fewer letters is not taken apart.
const WHOLE: usize = 8;
/// Letters that each part must have, where both are words.
const FIRST: usize = 3;
const LAST: usize = 4;
/// Letters of a last part that counts although nothing is known of the first.
const ALONE: usize = 6;
/// What may stand between the parts, and what the first may have lost.
const JOINTS: [&str; 5] = ["", "s", "n", "es", "en"];
const LOST: [&str; 2] = ["e", "en"];

/// Hands over the hash of every word of which a folded word is made, by the words that are known by theirs. The last part is as
/// short as it can be where both are words, else as long; the first is taken apart in turn.
pub(super) fn parts(token: &str, is_word: &impl Fn(u32) -> bool, each: &mut impl FnMut(u32)) {
    if token.len() < WHOLE || !token.bytes().all(|b| b.is_ascii_lowercase()) {
        return;
    }
    let known = |part: &str| Some(word(part)).filter(|&hash| is_word(hash));
    let mut alone = None;
    for cut in (FIRST..=token.len() - LAST).rev() {
        let (first, last) = token.split_at(cut);
        let Some(hash) = known(last) else { continue };
        let shortened =
            JOINTS.iter().filter_map(|joint| first.strip_suffix(joint)).filter(|first| first.len() >= FIRST);
        let completed = || LOST.iter().find_map(|lost| known(&format!("{first}{lost}")));
        if let Some(of_first) = shortened.clone().find_map(known).or_else(completed) {
            each(hash);
            each(of_first);
            return shortened.take(1).for_each(|first| parts(first, is_word, each));
        }
        if last.len() >= ALONE {
            alone = Some((hash, first));
        }
    }
    if let Some((hash, _)) = alone {
        each(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(token: &str, words: &[&str]) -> Vec<String> {
        let mut all = Vec::new();
        let is_word = |hash| words.iter().any(|known| word(known) == hash);
        parts(token, &is_word, &mut |hash| {
            all.extend(words.iter().filter(|known| word(known) == hash).map(|&known| known.to_owned()));
        });
        all
    }

    #[test]
    fn a_compound_counts_as_its_parts() {
        let words =
            ["masseur", "sport", "schule", "leiter", "techniker", "kraft", "fahrzeug", "bekleidung", "gestalter"];
        assert_eq!(found("sportmasseur", &words), ["masseur", "sport"]);
        assert_eq!(found("schulleiter", &words), ["leiter", "schule"]);
        assert_eq!(found("bekleidungsgestalter", &words), ["gestalter", "bekleidung"]);
        assert_eq!(found("fahrzeugtechniker", &words), ["techniker", "fahrzeug"]);
        assert_eq!(found("obduktionstechniker", &words), ["techniker"], "the last part alone");
    }

    #[test]
    fn short_words_and_chance_endings_stay_whole() {
        let words = ["formation", "mann", "alter", "bau", "web"];
        for token in ["baumann", "gestalter", "webs", "information2", "développement"] {
            assert!(found(token, &words).is_empty(), "{token}");
        }
        assert_eq!(found("transformation", &words), ["formation"], "nothing tells such an ending from a part");
    }
}
