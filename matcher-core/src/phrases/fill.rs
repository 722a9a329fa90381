use std::borrow::Cow;
use std::collections::BTreeMap;

use super::catalogue::Message;
use super::numbers::{self, Style};
use super::{Phrases, catalogue};
use crate::explain::{Arg, Band, Line, Travel};
use crate::model::{Country, Mode};
use crate::taxonomy::{ConceptKind, Taxonomy};
use crate::units::Eqf;

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    /// `{name}`
    Name(&'a str),
    /// `{name|one|other}`
    Plural(&'a str, &'a str, &'a str),
    /// `[…]`, left out where something in it is not known.
    Optional(Vec<Piece<'a>>),
}

/// Takes a message apart; `None` where a brace or bracket does not close.
pub(super) fn pieces(mut text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    while !text.is_empty() {
        let special = text.find(['{', '}', '[', ']']).unwrap_or(text.len());
        let (plain, rest) = text.split_at(special);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        text = match rest.chars().next() {
            None => rest,
            Some('{') => {
                let (inside, rest) = rest[1..].split_once('}')?;
                pieces.push(match inside.split('|').collect::<Vec<_>>()[..] {
                    [name] if is_name(name) => Piece::Name(name),
                    [name, one, other] if is_name(name) => Piece::Plural(name, one, other),
                    _ => return None,
                });
                rest
            }
            Some('[') => {
                let (inside, rest) = rest[1..].split_once(']')?;
                if inside.contains('[') {
                    return None;
                }
                pieces.push(Piece::Optional(self::pieces(inside)?));
                rest
            }
            Some(_) => return None,
        };
    }
    Some(pieces)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

type Args = BTreeMap<Cow<'static, str>, Arg>;

/// A message with its arguments. A name that has none stays as it is written.
pub(super) fn fill(phrases: &Phrases, message: Message<'_>, args: &Args, taxonomy: &Taxonomy) -> String {
    let mut out = String::new();
    for piece in pieces(message.text).unwrap_or_default() {
        match piece {
            Piece::Optional(inside) => {
                let parts: Option<Vec<String>> =
                    inside.iter().map(|piece| one(phrases, message, piece, args, taxonomy)).collect();
                parts.into_iter().flatten().for_each(|part| out.push_str(&part));
            }
            piece => match (one(phrases, message, &piece, args, taxonomy), &piece) {
                (Some(text), _) => out.push_str(&text),
                (None, Piece::Name(name) | Piece::Plural(name, ..)) => out.push_str(&format!("{{{name}}}")),
                (None, _) => {}
            },
        }
    }
    out
}

fn one(phrases: &Phrases, message: Message<'_>, piece: &Piece<'_>, args: &Args, taxonomy: &Taxonomy) -> Option<String> {
    match piece {
        Piece::Text(text) => Some((*text).to_owned()),
        Piece::Name(name) => Some(value(phrases, message, args.get(*name)?, taxonomy)),
        Piece::Plural(name, one, other) => {
            let is_one = match args.get(*name)? {
                Arg::Number(number) => Style::of(message.language).is_one(number.saturating_mul(10)),
                Arg::Tenths(tenths) => Style::of(message.language).is_one(*tenths),
                _ => false,
            };
            Some(if is_one { *one } else { *other }.to_owned())
        }
        Piece::Optional(_) => None,
    }
}

/// An argument as the language of the message writes it.
pub(super) fn value(phrases: &Phrases, message: Message<'_>, arg: &Arg, taxonomy: &Taxonomy) -> String {
    let style = Style::of(message.language);
    // The words in a sentence are in the language of the sentence, not a mixture where it is a substitute.
    let word = |key: &str, otherwise: &str| {
        let own = phrases.own.as_deref().and_then(|own| own.get(key));
        let found = own.or_else(|| catalogue::bundled(message.language, key).map(|message| message.text));
        found.unwrap_or(otherwise).to_owned()
    };
    let concept =
        |kind, id: &str| taxonomy.get(kind, id).map_or(id, |concept| concept.label(message.language)).to_owned();
    match arg {
        Arg::Number(number) => style.decimal(*number, 0),
        Arg::Tenths(tenths) => style.tenths(*tenths),
        Arg::Euro(euro) => style.euro(*euro),
        Arg::Percent(percent) => style.percent(*percent),
        Arg::Day(day) => numbers::day(*day, &word("date", "{year}-{month}-{day}")),
        Arg::Text(text) => text.clone(),
        Arg::Skill(id) => concept(ConceptKind::Skill, id),
        Arg::Occupation(id) => concept(ConceptKind::Occupation, id),
        Arg::Language(language) => word(&format!("language.{language}"), language.code()),
        Arg::Country(country) => word(&names::country(*country), country.code()),
        Arg::Mode(mode) => word(names::mode(*mode), ""),
        Arg::Education(level) => word(&names::education(*level), &level.get().to_string()),
        Arg::Word(key) => word(key, key.split_once('.').map_or(key, |(_, name)| name)),
    }
}

/// The keys of words that stand for a value.
pub(super) mod names {
    use super::*;

    pub(in crate::phrases) fn country(country: Country) -> String {
        format!("country.{country}")
    }

    pub(in crate::phrases) fn education(level: Eqf) -> String {
        format!("education-level.{}", level.get())
    }

    pub(in crate::phrases) fn mode(mode: Mode) -> &'static str {
        match mode {
            Mode::Car => "mode.car",
            Mode::Transit => "mode.transit",
            Mode::Bike => "mode.bike",
            Mode::Walk => "mode.walk",
        }
    }

    pub(in crate::phrases) fn band(band: Band) -> &'static str {
        match band {
            Band::VeryGood => "band.very-good",
            Band::Good => "band.good",
            Band::Possible => "band.possible",
            Band::Far => "band.far",
        }
    }

    pub(in crate::phrases) fn travel(travel: &Travel) -> Line {
        match travel {
            Travel::Remote => Line::new("travel.remote"),
            Travel::Known { minutes, mode, metres, place, approximate } => {
                let line = Line::new(if *approximate { "travel.about" } else { "travel.known" });
                let line = line.number("minutes", minutes.rounded()).mode("mode", *mode);
                line.text("place", place.clone()).km("km", *metres)
            }
        }
    }
}
