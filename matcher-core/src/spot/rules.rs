//! How a word that is more than a skill must stand to be one: the list of ambiguous forms and that of tools.

use std::collections::{BTreeMap, BTreeSet};

use super::Tongue;
use super::hash::Row;
use super::tokens::Tokens;
use crate::taxonomy::tools;

/// The bundled list; its head says how it is read.
const AMBIGUOUS: &str = include_str!("../../data/ambiguous-words.tsv");

/// The bits of all tongues.
const EVERYWHERE: u8 = 0b111;

/// How a form must stand in a text to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    /// Anywhere, in any case.
    Free,
    /// Letter for letter as it is spelled: `ERP`, not `erp`.
    Spelled,
    /// As it is spelled, and not as the capital that opens a sentence: `Excel`, not `Excel in your role`.
    Name,
    /// As an entry of a list or behind a word such as *connaissances*: *notions de comptabilité*, not *secteur de
    /// l'énergie*. No rule of a list: it holds for every ordinary word that is a label by itself.
    Entry,
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
pub(super) struct Rules {
    forms: BTreeMap<String, Vec<Rule>>,
    /// Sums of the stems of what is about the person, by tongue.
    soft: BTreeSet<(Tongue, u64)>,
    /// Forms of the names of tools, which are the same in all languages.
    tools: BTreeSet<String>,
}

impl Rules {
    /// The bundled rules: those of the list of ambiguous words, then those of the tools.
    pub(super) fn bundled() -> Rules {
        let mut rules = Rules::default();
        rules.read(AMBIGUOUS);
        for tool in tools::bundled() {
            for name in tool.names.iter().chain(tool.labels.iter().map(|(_, name)| name)) {
                if let Some(stand) = Self::stand(name.rule) {
                    rules.add(name.text, stand, EVERYWHERE);
                    rules.tools.insert(form(name.text));
                }
            }
        }
        rules
    }

    fn add(&mut self, spelling: &str, stand: Stand, tongues: u8) {
        let known = self.forms.entry(form(spelling)).or_default();
        match known.iter_mut().find(|rule| rule.stand == stand && rule.tongues == tongues) {
            Some(rule) => rule.spellings.push(spelling.to_owned()),
            None => known.push(Rule { stand, spellings: vec![spelling.to_owned()], tongues }),
        }
    }

    /// Reads a list. A line that is none is passed over: the bundled lists are tested to have none.
    fn read(&mut self, list: &str) {
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [forms, stand, tongues, _reason] = columns[..] else { continue };
            let Some(tongues) = Self::tongues(tongues) else { continue };
            if stand == "soft" {
                forms.split('|').for_each(|phrase| self.soft(phrase, tongues));
                continue;
            }
            let Some(stand) = Self::stand(stand) else { continue };
            forms.split('|').for_each(|spelling| self.add(spelling, stand, tongues));
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

    /// A trait of the person, in the forms that its stems stand for.
    fn soft(&mut self, phrase: &str, tongues: u8) {
        for tongue in Tongue::ALL.into_iter().filter(|tongue| tongues & tongue.bit() != 0) {
            let tokens = Tokens::of(phrase);
            let stems = (0..tokens.list.len()).filter_map(|at| tongue.stem(tokens.word(at)));
            self.soft.insert((tongue, stems.fold(Row::EMPTY, Row::push).sum));
        }
    }

    /// Whether the form is the name of a tool.
    pub(super) fn is_tool(&self, form: &str) -> bool {
        self.tools.contains(form)
    }

    /// Whether a phrase with this sum is about the person, not about work.
    pub(super) fn is_soft(&self, tongue: Tongue, sum: u64) -> bool {
        self.soft.contains(&(tongue, sum))
    }

    /// `*`, or codes with commas between.
    fn tongues(codes: &str) -> Option<u8> {
        if codes == "*" {
            return Some(EVERYWHERE);
        }
        let tongue = |code: &str| code.parse().ok().and_then(Tongue::of);
        codes.split(',').map(tongue).try_fold(0, |bits, tongue| Some(bits | tongue?.bit()))
    }

    /// The rule for a folded form in texts of a tongue.
    pub(super) fn of(&self, form: &str, tongue: Tongue) -> Option<&Rule> {
        self.forms.get(form)?.iter().find(|rule| rule.tongues & tongue.bit() != 0)
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
            assert!(columns[1] == "soft" || Rules::stand(columns[1]).is_some(), "{line}");
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
        assert_eq!(rules.of("menuiserie", Tongue::French), None);
    }
}
