use std::sync::LazyLock;

use super::pattern::Patterns;
use super::words::Word;

/// How far a negation reaches, in words before and behind what it negates.
const BEFORE: usize = 5;
const BEHIND: usize = 3;

/// Whether the words `from..to` of a clause are negated: `pas de`, `sans`, `ni`, `kein`, `ohne`, `no`, `not` a few words before, or
/// `non requis`, `nicht erforderlich`, `not required` right behind. `Pas seulement` and its like negate nothing, and `mais`,
/// `aber`, `but` end a negation.
pub(crate) fn negated(words: &[Word], from: usize, to: usize) -> bool {
    let first = from.saturating_sub(BEFORE);
    let before = (first..from).rev().take_while(|&i| !TURNS.contains(&words[i].folded.as_str()));
    let mut negators = before.filter_map(|i| NEGATORS.at(words, i).map(|(_, negates)| (i, negates)));
    // The nearest decides: "non seulement la nuit".
    if let Some((_, negates)) = negators.next() {
        return negates;
    }
    (to..(to + BEHIND).min(words.len())).any(|i| REFUSALS.at(words, i).is_some())
}

/// Whether a negation opens the words: where it ends, and whether it truly negates.
pub(crate) fn opens(words: &[Word]) -> Option<(usize, bool)> {
    NEGATORS.at(words, 0)
}

const TURNS: &[&str] = &["mais", "aber", "sondern", "but", "however", "sauf", "ausser", "except"];

static NEGATORS: LazyLock<Patterns<bool>> = LazyLock::new(|| {
    let negate = [
        "pas",
        "pas de",
        "pas d",
        "pas du",
        "ni",
        "ni de",
        "sans",
        "aucun",
        "aucune",
        "jamais",
        "hors",
        "non",
        "point de",
        "exempt de",
        "surtout pas",
        "plutot pas",
        "idealement pas",
        "si possible pas",
        "je ne veux pas",
        "je ne souhaite pas",
        "je refuse",
        "eviter",
        "je ne suis pas",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "keinem",
        "ohne",
        "nicht",
        "weder",
        "noch",
        "niemals",
        "nie",
        "no",
        "not",
        "without",
        "never",
        "neither",
        "nor",
        "don t",
        "kee",
        "keng",
        "ouni",
        "net",
    ];
    let not = [
        "pas seulement",
        "pas uniquement",
        "pas que",
        "pas forcement",
        "pas necessairement",
        "non seulement",
        "pas mal",
        "pas a pas",
        "nicht nur",
        "nicht unbedingt",
        "nicht zuletzt",
        "no problem",
        "not only",
        "not necessarily",
        "not just",
        "n hesitez pas",
        "sans oublier",
        "sans cesse",
        "non stop",
        "no code",
    ];
    Patterns::new(negate.map(|words| (words, true)).into_iter().chain(not.map(|words| (words, false))))
});

static REFUSALS: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "exclu",
        "exclue",
        "exclus",
        "exclues",
        "non requis*",
        "pas requis*",
        "pas exige*",
        "n est pas",
        "ne sont pas",
        "non exige*",
        "non obligatoire*",
        "pas obligatoire*",
        "pas necessaire*",
        "non necessaire*",
        "pas indispensable*",
        "non indispensable*",
        "nicht erforderlich",
        "nicht notwendig",
        "nicht notig",
        "nicht zwingend",
        "nicht vorausgesetzt",
        "ausgeschlossen",
        "not required",
        "not needed",
        "not necessary",
        "not mandatory",
        "isn t required",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn is_negated(clause: &str, word: &str) -> bool {
        let all = words(clause);
        let at = all.iter().position(|w| w.folded == word).unwrap();
        negated(&all, at, at + 1)
    }

    #[test]
    fn a_negation_reaches_over_what_it_stands_before() {
        assert!(is_negated("pas de travail de nuit", "nuit"));
        assert!(is_negated("sans astreinte ni week-end", "week"));
        assert!(is_negated("Keine Nachtschichten", "nachtschichten"));
        assert!(is_negated("no night work", "night"));
    }

    #[test]
    fn a_refusal_behind_negates_too() {
        assert!(is_negated("anglais non requis", "anglais"));
        assert!(is_negated("Deutsch ist nicht erforderlich", "deutsch"));
    }

    #[test]
    fn not_only_and_a_turn_do_not_negate() {
        assert!(!is_negated("pas seulement la nuit", "nuit"));
        assert!(!is_negated("pas le week-end mais la nuit", "nuit"));
        assert!(!is_negated("travail de nuit", "nuit"));
    }
}
