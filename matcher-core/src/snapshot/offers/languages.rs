//! Languages asked.

use crate::Error;
use crate::model::{Ask, Language};
use crate::prepare::{AskedLanguage, Understood};
use crate::snapshot::columns::read_small;
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};
use crate::units::Cefr;

pub(super) fn write(rows: &[Understood], out: &mut Writer) {
    for row in rows {
        out.number((row.languages.len() as u32) << 1 | u32::from(row.languages_unknown));
        for asked in &row.languages {
            out.raw(asked.language.code().as_bytes());
            let level = asked.level.map_or(0, |level| level as u8);
            out.byte(level << 2 | u8::from(asked.must) << 1 | u8::from(asked.spotted));
        }
    }
}

pub(super) fn read(rows: &mut [Understood], input: &mut Reader<'_>) -> Result<(), Error> {
    for row in rows {
        let head = input.number()?;
        row.languages_unknown = head & 1 == 1;
        for _ in 0..head >> 1 {
            let language: Option<Language> = str::from_utf8(input.raw(2)?).ok().and_then(|code| code.parse().ok());
            let language = language.ok_or_else(|| fault("a language has no code"))?;
            if row.languages.last().is_some_and(|last| last.language >= language) {
                return Err(fault("the languages of an offer are not in order"));
            }
            let bits = read_small((Cefr::ALL.len() as u8) << 2 | 3, input)?;
            let level = (bits >> 2).checked_sub(1).map(|level| Cefr::ALL[usize::from(level)]);
            row.languages.push(AskedLanguage { language, level, must: bits & 2 != 0, spotted: bits & 1 != 0 });
        }
        row.offer.languages = if row.languages_unknown { Ask::Unknown } else { Ask::NotAsked };
    }
    Ok(())
}
