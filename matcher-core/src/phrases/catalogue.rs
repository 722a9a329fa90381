use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::fill::pieces;
use crate::Error;
use crate::model::Language;

/// Messages by key.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalogue(BTreeMap<Box<str>, Box<str>>);

/// A message with the language that it is written in.
#[derive(Clone, Copy)]
pub(super) struct Message<'a> {
    pub(super) text: &'a str,
    pub(super) language: Language,
}

/// The bundled files.
pub(super) const FILES: [(Language, &str); 4] = [
    (Language::EN, include_str!("../../data/phrases/en.txt")),
    (Language::FR, include_str!("../../data/phrases/fr.txt")),
    (Language::DE, include_str!("../../data/phrases/de.txt")),
    (Language::LB, include_str!("../../data/phrases/lb.txt")),
];

/// The bundled message in the language, else in French (for Luxembourgish), else in English.
pub(super) fn bundled(language: Language, key: &str) -> Option<Message<'static>> {
    static READ: OnceLock<Vec<(Language, Catalogue)>> = OnceLock::new();
    let all = READ.get_or_init(|| {
        // The tests of this crate exclude a malformed file; were there one, its keys would be shown.
        FILES.iter().map(|&(language, text)| (language, Catalogue::read(text).unwrap_or_default())).collect()
    });
    let fallback = if language == Language::LB { Language::FR } else { Language::EN };
    [language, fallback, Language::EN].into_iter().find_map(|wanted| {
        let (language, messages) = all.iter().find(|(language, _)| *language == wanted)?;
        messages.get(key).map(|text| Message { text, language: *language })
    })
}

impl Catalogue {
    /// Reads the form of the bundled files.
    pub(super) fn read(text: &str) -> Result<Catalogue, Error> {
        let mut messages = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let malformed = |cause: &str| {
                let message = format!("{cause} in “{line}”; a message is written `key = text with {{name}}`");
                Error::new("phrases.malformed", message).at(format!("line {}", number + 1))
            };
            let (key, text) = line.split_once('=').ok_or_else(|| malformed("there is no ="))?;
            let (key, text) = (key.trim(), text.trim());
            if key.is_empty() || text.is_empty() {
                return Err(malformed("the key or the text is missing"));
            }
            if pieces(text).is_none() {
                return Err(malformed("a brace or bracket is not closed"));
            }
            if messages.insert(key.into(), text.into()).is_some() {
                return Err(malformed("the key stands twice"));
            }
        }
        Ok(Catalogue(messages))
    }

    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|text| &**text)
    }

    pub(super) fn extend(&mut self, other: Catalogue) {
        self.0.extend(other.0);
    }

    /// Every message, rising by key.
    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (&**key, &**text))
    }
}
