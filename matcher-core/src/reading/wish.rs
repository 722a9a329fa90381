mod heads;
mod places;
mod strip;

use super::conditions::{Refused, refused};
use super::contract::contract_named;
use super::negation::opens;
use super::parts::{And, parts};
use super::words::{Word, words};
use crate::model::ContractKind;

/// What a person wishes for, in parts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Wished {
    /// Jobs, in the person's words.
    pub titles: Vec<String>,
    /// Fields, sectors and firms that the jobs should be in.
    pub fields: Vec<String>,
    /// Kinds of contract named as wanted.
    pub contracts: Vec<ContractKind>,
    /// Full time (`Some(false)`) or part time (`Some(true)`) named as wanted.
    pub part_time: Option<bool>,
    /// What is not wanted.
    pub refused: Vec<Refused>,
}

/// A wish as people write it, cut into what it says: `ingénieur de données sur le cloud dans la métropole nantaise, en CDI, pas de
/// mission d'intérim ni d'alternance` wishes for one job, a kind of contract, and refuses two others. Places, hours and
/// courtesies belong to no job and are left out. A text that names no trade at all keeps all its parts as titles: the person
/// knows best what they call it.
///
/// ```
/// use matcher_core::reading::wish;
///
/// let wished = wish("opératrice de production ou agente de fabrication, on peut me former ; pas de nuits");
/// assert_eq!(wished.titles, ["opératrice de production", "agente de fabrication"]);
/// assert_eq!(wished.refused.len(), 1);
/// ```
pub fn wish(text: &str) -> Wished {
    let mut wished = Wished::default();
    let mut rest: Vec<String> = Vec::new();
    let mut refusing = false;
    for part in parts(text, And::Joins) {
        let after = text[..part.start].trim_end();
        // "Pas de nuits ni de week-ends": what `ni` adds is refused too.
        refusing &= ends_with_word(after, &["ni", "noch", "nor", "ou", "oder", "or"]);
        for (piece, negated) in turns(&text[part]) {
            match read_piece(&piece, negated.unwrap_or(refusing), &mut wished) {
                Read::Done => refusing = negated.unwrap_or(refusing),
                Read::Title(title) => add(&mut wished.titles, title),
                Read::Other(other) => add(&mut rest, other),
            }
        }
    }
    if wished.titles.is_empty() {
        wished.titles = rest;
    } else {
        wished.fields = rest;
    }
    wished
}

fn add(all: &mut Vec<String>, new: String) {
    if !all.contains(&new) {
        all.push(new);
    }
}

fn ends_with_word(text: &str, all: &[&str]) -> bool {
    text.rsplit(char::is_whitespace).next().is_some_and(|last| all.contains(&last.to_lowercase().as_str()))
}

enum Read {
    Done,
    Title(String),
    Other(String),
}

/// A part before and after `mais`, `sauf`, `sans`: each with whether it is refused, where it says so itself.
fn turns(part: &str) -> Vec<(String, Option<bool>)> {
    let all = words(part);
    if strip::is_remark(&all) {
        return Vec::new();
    }
    let turn = (1..all.len()).find(|&i| {
        TURNS.contains(&all[i].folded.as_str()) || (i > 1 && all[i].folded == "pas" && opens(&all[i..]).is_some())
    });
    let pieces = match turn {
        Some(at) => {
            let skip = usize::from(["mais", "aber", "but"].contains(&all[at].folded.as_str()));
            let second = all.get(at + skip).map_or("", |word| &part[word.at.start..]);
            vec![&part[..all[at - 1].at.end], second]
        }
        None => vec![part],
    };
    pieces.into_iter().filter_map(opened).collect()
}

/// A piece without the negation that opens it. What is "not only" wanted is neither wanted nor refused.
fn opened(piece: &str) -> Option<(String, Option<bool>)> {
    let all = words(piece);
    match opens(&all) {
        Some((_, false)) => None,
        Some((length, true)) => {
            let rest = all.get(length).map(|word| piece[word.at.start..].to_owned())?;
            Some((rest, Some(true)))
        }
        None if all.is_empty() => None,
        None => Some((piece.to_owned(), None)),
    }
}

const TURNS: &[&str] = &["mais", "aber", "but", "sauf", "hors", "sans", "ohne", "ausser", "except", "without"];

fn read_piece(piece: &str, negated: bool, wished: &mut Wished) -> Read {
    if strip::says_nothing(&words(piece)) {
        return Read::Done;
    }
    if negated {
        for refused in refused(piece) {
            if !wished.refused.contains(&refused) {
                wished.refused.push(refused);
            }
        }
        return Read::Done;
    }
    let all = words(piece);
    if let Some(kind) = contract_named(&all) {
        if !wished.contracts.contains(&kind) {
            wished.contracts.push(kind);
        }
        return Read::Done;
    }
    if let Some(kind) = strip::contract(&all).filter(|kind| !wished.contracts.contains(kind)) {
        wished.contracts.push(kind);
    }
    if let Some(part_time) = strip::part_time(&all) {
        wished.part_time = Some(part_time);
    }
    let plain = strip::plain(piece);
    let left: Vec<Word> = words(&plain);
    if left.is_empty() || strip::says_nothing(&left) {
        return Read::Done;
    }
    if heads::names_a_trade(&left) { Read::Title(plain) } else { Read::Other(plain) }
}

#[cfg(test)]
mod tests {
    use super::super::Condition;
    use super::*;

    #[test]
    fn titles_are_parted_and_cleaned() {
        for (text, titles) in [
            (
                "ingénieur logiciel dans la métropole lilloise, en CDI, pas de mission d'intérim ni d'alternance",
                vec!["ingénieur logiciel"],
            ),
            ("plombier ou chauffagiste", vec!["plombier", "chauffagiste"]),
            (
                "un emploi de secrétaire, d'accueil ou d'assistante administrative",
                vec!["secrétaire", "assistante administrative"],
            ),
            ("contrat d'apprentissage de boulanger pour la rentrée de septembre", vec!["boulanger"]),
            ("je cherche un poste de soudeur à Metz ou tout près", vec!["soudeur"]),
            ("accompagnant éducatif et social, temps complet", vec!["accompagnant éducatif et social"]),
            ("Stelle als Krankenpfleger in Trier, keine Nachtschicht", vec!["Krankenpfleger"]),
            ("Koch oder Beikoch in Vollzeit", vec!["Koch", "Beikoch"]),
            ("a job as a software engineer in Berlin, no night shifts", vec!["software engineer"]),
            ("mission en freelance autour de SAP, en Île-de-France", vec!["SAP"]),
            ("devenir infirmière, idéalement en crèche", vec!["infirmière"]),
        ] {
            assert_eq!(wish(text).titles, titles, "{text}");
        }
    }

    #[test]
    fn sectors_behind_a_trade_are_fields() {
        let wished = wish("comptable, bâtiment, négoce ou industrie ; pas uniquement de la saisie");
        assert_eq!((wished.titles, wished.fields.len(), wished.refused), (vec!["comptable".to_owned()], 3, vec![]));
    }

    #[test]
    fn no_nights_is_no_night_watchman() {
        let wished = wish("agent de sécurité, pas de nuits ni de week-ends");
        assert_eq!(wished.titles, ["agent de sécurité"]);
        assert_eq!(wished.refused, [Refused::Condition(Condition::Night), Refused::Condition(Condition::Weekend)]);
    }

    #[test]
    fn contracts_and_hours_are_told_apart_from_jobs() {
        let wished = wish("vendeuse en CDI, temps partiel, sans travail le dimanche");
        assert_eq!(wished.titles, ["vendeuse"]);
        assert_eq!((wished.contracts, wished.part_time), (vec![ContractKind::Permanent], Some(true)));
        assert_eq!(wished.refused, [Refused::Condition(Condition::Sunday)]);
    }

    #[test]
    fn a_wish_without_a_trade_keeps_its_words() {
        assert_eq!(wish("travailler avec les animaux").titles, ["travailler avec les animaux"]);
        assert!(wish("").titles.is_empty() && wish("CDI").titles.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_without_a_panic(text: String) {
            let _ = wish(&text);
        }
    }
}
