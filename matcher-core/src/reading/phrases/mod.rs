//! The tasks and requirements that an advertisement names, a few words each.

mod boilerplate;
mod cut;
mod sections;

use std::ops::Range;

use super::clauses::clauses;
use super::words::words;
use boilerplate::is_boilerplate;
use sections::{Section, section};

/// The most phrases that [`phrases`] gives of one text.
pub const MOST_PHRASES: usize = 40;

/// Fewer phrases than this mean that the sections were misread: then headings leave out nothing.
const FEW: usize = 3;

/// The phrases of an advertisement that say what is done or asked, in the order of the text: three to twelve words each,
/// at most [`MOST_PHRASES`], those under a heading such as "Vos missions" or "Profil" before others. Left out are
/// headings, praise of the firm, benefits, facts that fields hold (contract, pay, place), lines about equal treatment, and
/// how to apply.
///
/// ```
/// let text = "Le groupe est leader du secteur. Missions : - Gérer les stocks du magasin - Accueillir les clients. \
///             Tickets restaurant et mutuelle.";
/// assert_eq!(matcher_core::reading::phrases(text), ["Gérer les stocks du magasin", "Accueillir les clients"]);
/// ```
///
/// Cost: linear in the length of the text.
pub fn phrases(text: &str) -> Vec<&str> {
    let mut found = read(text, true);
    if found.len() < FEW {
        found = read(text, false);
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&i| !found[i].told);
    order.truncate(MOST_PHRASES);
    order.sort_unstable();
    order.into_iter().map(|i| &text[found[i].at.clone()]).collect()
}

struct Phrase {
    at: Range<usize>,
    /// It stands under a heading of tasks or requirements, or in a list.
    told: bool,
}

fn read(text: &str, by_section: bool) -> Vec<Phrase> {
    let mut under = Section::Open;
    let mut all: Vec<Phrase> = Vec::new();
    for clause in clauses(text) {
        let inside = &text[clause.at.clone()];
        let of_clause = words(inside);
        if let Some(section) = section(&of_clause, clause.alone) {
            under = section;
            continue;
        }
        if by_section && under == Section::Aside || is_boilerplate(&of_clause) {
            continue;
        }
        let told = under == Section::Work || clause.item;
        for piece in cut::pieces(inside, &of_clause) {
            let at = clause.at.start + piece.start..clause.at.start + piece.end;
            all.push(Phrase { at, told });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advertisement_gives_its_tasks_and_requirements_only() {
        let text = "Qui sommes-nous ?\nUne entreprise familiale de 40 salariés, fondée en 1980.\n\
            Vos missions\n- Préparer les plats du jour\n- Gérer les commandes et les stocks\n\
            Profil recherché\nVous avez une expérience de deux ans en cuisine.\n\
            Nos avantages\nRepas pris sur place, treizième mois.\n";
        assert_eq!(
            phrases(text),
            [
                "Préparer les plats du jour",
                "Gérer les commandes et les stocks",
                "Vous avez une expérience de deux ans en cuisine"
            ]
        );
    }

    #[test]
    fn german_and_english_advertisements_are_read_too() {
        let german = "Ihre Aufgaben:\n• Wartung der Anlagen und Maschinen\n• Störungen vor Ort beheben\nWir bieten\n\
            • 30 Tage Urlaub und ein Diensthandy\nIhr Profil\n• Abgeschlossene Ausbildung als Elektriker";
        assert_eq!(
            phrases(german),
            [
                "Wartung der Anlagen und Maschinen",
                "Störungen vor Ort beheben",
                "Abgeschlossene Ausbildung als Elektriker"
            ]
        );
        let english = "About us\nWe are a leading provider of cloud services.\nResponsibilities\n- Build data pipelines in Python\n\
            - Monitor jobs in production\nWhat we offer\n- Flexible hours and free fruit\nRequirements\n- Good knowledge of SQL databases";
        assert_eq!(
            phrases(english),
            ["Build data pipelines in Python", "Monitor jobs in production", "Good knowledge of SQL databases"]
        );
    }

    #[test]
    fn phrases_have_three_to_twelve_words() {
        let text = "- Excel\n- Concevoir et développer des modèles de données, construire les flux, rédiger la documentation et \
            assurer le suivi de la production au quotidien";
        let all = phrases(text);
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all.iter().all(|phrase| (3..=12).contains(&words(phrase).len())), "{all:?}");
    }

    #[test]
    fn a_long_text_gives_its_lists_first_and_keeps_their_order() {
        let idle = "Une phrase quelconque qui parle du métier. ".repeat(60);
        let text = format!("{idle}\nMissions :\n- Conduire un chariot élévateur\n- Charger les camions le matin");
        let all = phrases(&text);
        assert_eq!(all.len(), MOST_PHRASES);
        assert_eq!(all[MOST_PHRASES - 2..], ["Conduire un chariot élévateur", "Charger les camions le matin"]);
    }

    #[test]
    fn where_the_sections_leave_too_little_they_count_for_nothing() {
        let text = "Qui sommes-nous ?\nVous préparez les commandes du dépôt. Vous conduisez un chariot élévateur frontal. \
            Vous rangez les palettes dans les racks.";
        assert_eq!(phrases(text).len(), 3);
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_phrases_of_its_own(text: String) {
            for phrase in phrases(&text) {
                proptest::prop_assert!(text.contains(phrase));
            }
        }
    }
}
