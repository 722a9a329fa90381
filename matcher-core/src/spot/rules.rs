//! How a word that is more than a skill must stand to be one: the list of ambiguous forms and that of tools.

use std::collections::BTreeMap;

use super::Tongue;
use super::tokens::Tokens;

/// The bundled list; its head says how it is read.
const AMBIGUOUS: &str = include_str!("../../data/ambiguous-words.tsv");

/// How a form must stand in a text to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    /// Anywhere, in any case.
    Free,
    /// Letter for letter as it is spelled: `ERP`, not `erp`.
    Spelled,
    /// As it is spelled, and not as the capital that opens a sentence: `Excel`, not `Excel in your role`.
    Name,
    /// As it is spelled, and beside another find or behind a word such as *langage*: `Python, R et SQL`.
    Listed,
    /// Never.
    Never,
}

/// What is known of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) stand: Stand,
    /// How it may be written.
    pub(super) spellings: Vec<String>,
    /// The tongues of texts in which the rule holds, as bits.
    pub(super) tongues: u8,
}

/// Rules by folded form.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules(BTreeMap<String, Vec<Rule>>);

impl Rules {
    /// The bundled rules.
    pub(super) fn bundled() -> Rules {
        let mut rules = Rules::default();
        rules.read(AMBIGUOUS);
        rules
    }

    /// Reads a list. A line that is none is passed over: the bundled lists are tested to have none.
    fn read(&mut self, list: &str) {
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [forms, stand, tongues, _reason] = columns[..] else { continue };
            let Some((stand, tongues)) = Self::stand(stand).zip(Self::tongues(tongues)) else { continue };
            for spelling in forms.split('|') {
                let known = self.0.entry(form(spelling)).or_default();
                match known.iter_mut().find(|rule| rule.stand == stand && rule.tongues == tongues) {
                    Some(rule) => rule.spellings.push(spelling.to_owned()),
                    None => known.push(Rule { stand, spellings: vec![spelling.to_owned()], tongues }),
                }
            }
        }
    }

    pub(super) fn stand(word: &str) -> Option<Stand> {
        Some(match word {
            "any" => Stand::Free,
            "spelled" => Stand::Spelled,
            "name" => Stand::Name,
            "listed" => Stand::Listed,
            "never" => Stand::Never,
            _ => return None,
        })
    }

    /// `*`, or codes with commas between.
    fn tongues(codes: &str) -> Option<u8> {
        if codes == "*" {
            return Some(0b111);
        }
        let tongue = |code: &str| code.parse().ok().and_then(Tongue::of);
        codes.split(',').map(tongue).try_fold(0, |bits, tongue| Some(bits | tongue?.bit()))
    }

    /// The rule for a folded form in texts of a tongue.
    pub(super) fn of(&self, form: &str, tongue: Tongue) -> Option<&Rule> {
        self.0.get(form)?.iter().find(|rule| rule.tongues & tongue.bit() != 0)
    }
}

/// The words of a label, folded, with one blank between.
pub(super) fn form(label: &str) -> String {
    let tokens = Tokens::of(label);
    let words: Vec<&str> = (0..tokens.list.len()).map(|at| tokens.word(at)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_a_rule_with_a_reason() {
        for line in AMBIGUOUS.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 4, "{line}");
            assert!(Rules::stand(columns[1]).is_some(), "{line}");
            assert!(Rules::tongues(columns[2]).is_some(), "{line}");
            assert!(columns[3].len() > 3, "{line}");
            assert!(columns[0].split('|').all(|form| !form.trim().is_empty()), "{line}");
        }
    }

    #[test]
    fn a_rule_holds_in_its_languages() {
        let rules = Rules::bundled();
        assert_eq!(rules.of("paris", Tongue::French).map(|rule| rule.stand), Some(Stand::Never));
        assert_eq!(rules.of("go", Tongue::German).map(|rule| rule.stand), Some(Stand::Listed));
        assert_eq!(rules.of("javascript", Tongue::French), None);
    }
}
