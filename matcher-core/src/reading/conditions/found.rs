use std::sync::LazyLock;

use super::super::clauses::clauses;
use super::super::negation::negated;
use super::super::pattern::Patterns;
use super::super::words::words;
use super::Condition;
use super::table::STATED;

/// A set of [`Condition`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Conditions(u32);

impl Conditions {
    /// Whether the set holds this one.
    pub const fn has(self, condition: Condition) -> bool {
        self.0 & (1 << condition as u8) != 0
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// And this one; the wider conditions that it implies come along.
    #[must_use]
    pub const fn with(self, condition: Condition) -> Conditions {
        let wider = match condition {
            Condition::FrequentTravel => 1 << Condition::Travel as u8,
            Condition::DoorToDoor => 1 << Condition::Selling as u8,
            Condition::Sunday => 1 << Condition::Weekend as u8,
            _ => 0,
        };
        Conditions(self.0 | 1 << condition as u8 | wider)
    }

    /// The set as bits, one for each condition in the order of their declaration.
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// The set of these bits; bits that stand for no condition are left out.
    pub(crate) const fn from_bits(bits: u32) -> Conditions {
        Conditions(bits & ((1 << Condition::ALL.len()) - 1))
    }

    /// Those in the set, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = Condition> {
        Condition::ALL.into_iter().filter(move |&condition| self.has(condition))
    }
}

/// The conditions of work that an advertisement's title or text states. One that is negated (`pas de travail de nuit`) is
/// not stated, and neither is one that is named among what the place does not do (`fermé le dimanche`, `repos le
/// week-end`).
///
/// ```
/// use matcher_core::reading::{Condition, conditions};
///
/// let found = conditions("Travail en 3x8, pas de travail le week-end, astreintes une semaine sur quatre.");
/// assert!(found.has(Condition::Shifts) && found.has(Condition::OnCall) && !found.has(Condition::Weekend));
/// ```
pub fn conditions(text: &str) -> Conditions {
    let mut found = Conditions::default();
    for clause in clauses(text) {
        let all = words(&text[clause.at]);
        let begins = |beginnings: &[&str]| all.iter().any(|word| beginnings.iter().any(|b| word.folded.starts_with(b)));
        for (from, length, condition) in STATED.all(&all) {
            let not_this = match condition {
                Condition::Weekend | Condition::Sunday => begins(FREE),
                Condition::Consultancy => begins(&["recrut"]),
                Condition::Team => begins(CAREERS),
                Condition::PartTime => FULL_TIME.any(&all),
                Condition::FullRemote => begins(&["possib", "moglich"]),
                _ => false,
            };
            if !not_this && !negated(&all, from, from + length) {
                found = found.with(condition);
            }
        }
    }
    found
}

/// Beginnings of words that speak of what may come, or of whom one meets when hired.
const CAREERS: &[&str] = &[
    "potentiel",
    "eventuel",
    "possib",
    "evolu",
    "expertise",
    "entretien",
    "perspective",
    "career",
    "karriere",
    "entwicklungsmoglich",
];

/// Part time beside full time is a choice.
static FULL_TIME: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = ["temps plein", "temps complet", "plein temps", "vollzeit", "voll oder", "voll und", "full time"];
    Patterns::new(all.map(|words| (words, ())))
});

/// Beginnings of words that say that nobody works then, or that it is no work.
const FREE: &[&str] =
    &["repos", "ferme", "libre", "off", "frei", "geschlossen", "closed", "lundi", "ruhe", "integration", "seminaire"];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        conditions(text).iter().map(Condition::name).collect()
    }

    #[test]
    fn conditions_are_found_in_three_languages() {
        for (text, names) in [
            ("Poste de nuit, 35 h", vec!["night"]),
            ("Horaires en 2x8", vec!["shifts"]),
            ("Un week-end sur deux travaillé", vec!["weekend"]),
            ("Astreintes à prévoir", vec!["on-call"]),
            ("Des déplacements ponctuels sont à prévoir", vec!["travel"]),
            ("Déplacements fréquents en France", vec!["travel", "frequent-travel"]),
            ("Vous managez une équipe de cinq personnes", vec!["team"]),
            ("Port de charges jusqu'à 25 kg", vec!["heavy-loads"]),
            ("Nachtschicht und Rufbereitschaft", vec!["night", "on-call"]),
            ("Teilzeit 20 Stunden", vec!["part-time"]),
            ("Frequent travel in Europe, night shifts", vec!["night", "travel", "frequent-travel"]),
            ("Vente à domicile", vec!["selling", "door-to-door"]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn what_is_negated_or_free_is_not_found() {
        for text in [
            "Pas de travail de nuit",
            "Sans astreinte ni week-end",
            "Repos le samedi et le dimanche",
            "Fermé le dimanche",
            "Du lundi au samedi midi, repos le dimanche",
            "Keine Nachtschicht",
            "No travel required",
            "Cabinet de conseil en recrutement",
            "Temps plein ou temps partiel",
            "Évolution possible vers le management d'une équipe",
            "Le full remote est possible",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
