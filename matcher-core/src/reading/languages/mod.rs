//! The languages that an advertisement asks for, and how well.

mod levels;
mod names;

use super::clauses::clauses;
use super::guess::language_of;
use super::negation::negated;
use super::words::{Word, words};
use crate::model::Language;
use crate::units::Cefr;
use levels::{Said, said};

/// A language that a text asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageAsked {
    /// Which.
    pub language: Language,
    /// How well at least; `None` where it is asked without a level.
    pub level: Option<Cefr>,
}

/// The languages that an advertisement asks for, each once with the highest level asked, in the order of their codes.
///
/// A language counts where the text says how well (`anglais courant`, `Deutsch verhandlungssicher`, `English (C1)`) or that it is
/// required. What is only welcome (`un plus`, `von Vorteil`, `nice to have`), negated, or one of several to choose from asks
/// nothing. An advertisement written in English asks English at B2.
///
/// ```
/// use matcher_core::reading::languages;
/// use matcher_core::units::Cefr;
///
/// let asked = languages("Anglais courant exigé, l'allemand serait un plus.");
/// assert_eq!((asked.len(), asked[0].language.code(), asked[0].level), (1, "en", Some(Cefr::B2)));
/// ```
pub fn languages(text: &str) -> Vec<LanguageAsked> {
    let mut all: Vec<LanguageAsked> = Vec::new();
    let mut ask =
        |language: Language, level: Option<Cefr>| match all.iter_mut().find(|asked| asked.language == language) {
            Some(asked) => asked.level = asked.level.max(level),
            None => all.push(LanguageAsked { language, level }),
        };
    for clause in clauses(text) {
        of_clause(&text[clause.at], &mut ask);
    }
    if language_of(text) == Some(Language::EN) {
        ask(Language::EN, Some(Cefr::B2));
    }
    all.sort_by_key(|asked| asked.language);
    all
}

/// One language named in a clause, with the words that speak of it.
struct Part {
    language: Language,
    name: usize,
    from: usize,
    to: usize,
    /// What parts it from the one before.
    joint: Joint,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// `et`, `und`, `/`: what is said behind the last holds for both.
    And,
    /// `ou`, `oder`: one of both will do.
    Or,
    /// A comma or nothing.
    Apart,
}

fn of_clause(clause: &str, ask: &mut impl FnMut(Language, Option<Cefr>)) {
    let all = words(clause);
    let parts = parts(clause, &all);
    let mut what: Vec<Said> = parts.iter().map(|part| own(&all, part)).collect();
    // "Français et anglais courants", "bon niveau de français et d'anglais": one level holds for both.
    for i in (1..parts.len()).rev().filter(|&i| parts[i].joint == Joint::And) {
        if what[i - 1] == Said::Nothing {
            what[i - 1] = what[i];
        }
    }
    for i in (1..parts.len()).filter(|&i| parts[i].joint == Joint::And && parts[i].name <= parts[i].from + 2) {
        if what[i] == Said::Nothing {
            what[i] = what[i - 1];
        }
    }
    for (i, (part, said)) in parts.iter().zip(what).enumerate() {
        let choice = part.joint == Joint::Or || parts.get(i + 1).is_some_and(|next| next.joint == Joint::Or);
        if choice || negated(&all, part.name, part.name + 1) {
            continue;
        }
        match said {
            Said::Level(level) => ask(part.language, Some(level)),
            Said::Asked => ask(part.language, None),
            Said::Welcome | Said::Nothing => {}
        }
    }
}

fn own(all: &[Word], part: &Part) -> Said {
    said(&all[part.from..part.to], part.name - part.from, names::says_knowledge(&all[part.name].folded))
}

fn parts(clause: &str, all: &[Word]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (name, word) in all.iter().enumerate() {
        let Some(language) = names::language(&word.folded) else { continue };
        let (mut from, mut joint) = (0, Joint::Apart);
        if let Some(last) = parts.last_mut() {
            (from, joint) = between(clause, all, last.name, name);
            last.to = from;
        }
        parts.push(Part { language, name, from, to: all.len(), joint });
    }
    parts
}

/// Where the words about the second of two neighbouring names begin, and what parts them.
fn between(clause: &str, all: &[Word], first: usize, second: usize) -> (usize, Joint) {
    for i in (first + 1..=second).rev() {
        let signs = &clause[all[i - 1].at.end..all[i].at.start];
        let joint = match all[i].folded.as_str() {
            "et" | "und" | "and" | "an" | "ainsi" | "comme" | "sowie" => Some(Joint::And),
            "ou" | "oder" | "or" => Some(Joint::Or),
            _ if signs.contains('/') || signs.contains('&') || signs.contains('+') => Some(Joint::And),
            _ if signs.contains([',', ';', ':', '(', '.']) => Some(Joint::Apart),
            _ => None,
        };
        if let Some(joint) = joint {
            return (i, joint);
        }
    }
    (second, Joint::Apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> String {
        let level = |asked: &LanguageAsked| asked.level.map_or("?".to_owned(), |level| level.to_string());
        languages(text).iter().map(|a| format!("{} {}", a.language.code(), level(a))).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn levels_are_read_in_three_languages() {
        for (text, read) in [
            ("Anglais courant", "en B2"),
            ("anglais C1", "en C1"),
            ("Maîtrise de l'anglais (niveau B2 minimum)", "en B2"),
            ("Bon niveau d'anglais", "en B2"),
            ("Très bon niveau d'anglais à l'écrit comme à l'oral", "en C1"),
            ("Vous parlez couramment l'allemand", "de B2"),
            ("Anglais technique lu", "en B1"),
            ("Notions d'allemand", "de A2"),
            ("Anglais professionnel, lu, écrit, parlé", "en B2"),
            ("L'anglais est indispensable", "en ?"),
            ("TOEIC 800 en anglais", "en B2"),
            ("Deutsch verhandlungssicher", "de C1"),
            ("Sehr gute Englischkenntnisse in Wort und Schrift", "en C1"),
            ("Gute Deutschkenntnisse", "de B2"),
            ("fließend Französisch", "fr B2"),
            ("English fluent", "en B2"),
            ("Professional working proficiency in English", "en B2"),
            ("Excellent written and spoken English", "en C1"),
        ] {
            assert_eq!(asked(text), read, "{text}");
        }
    }

    #[test]
    fn several_languages_keep_their_own_levels() {
        assert_eq!(asked("Français (C1), anglais (B2), notions de luxembourgeois"), "en B2, fr C1, lb A2");
        assert_eq!(asked("Français et anglais courants"), "en B2, fr B2");
        assert_eq!(asked("À l'aise en français comme en anglais"), "en B2, fr B2");
        assert_eq!(asked("Très bon niveau d'expression orale en français et en anglais"), "en C1, fr C1");
        assert_eq!(asked("Anglais courant indispensable, allemand serait un plus"), "en B2");
    }

    #[test]
    fn what_is_welcome_negated_or_a_choice_asks_nothing() {
        for text in [
            "L'anglais est un plus",
            "Anglais courant apprécié",
            "L'anglais et l'allemand seraient un atout",
            "Englischkenntnisse von Vorteil",
            "Fluent German is nice to have",
            "Anglais non requis",
            "Anglais ou allemand courant",
            "Clients allemands et équipe anglaise",
            "Documentation en anglais",
            "Le marché français",
        ] {
            assert_eq!(asked(text), "", "{text}");
        }
    }

    #[test]
    fn an_advertisement_in_english_asks_english() {
        let text = "You will work with the team on our data platform and you are responsible for the quality of the reports we ship.";
        assert_eq!(asked(text), "en B2");
    }
}
