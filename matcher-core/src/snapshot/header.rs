use super::FORMAT;
use crate::engine::Engine;
use crate::units::{Fingerprint, FingerprintBuilder};
use crate::{Error, taxonomy};

/// Where the checksum stands; the columns begin behind it.
const CHECKSUM: usize = 8 + 4 + 4 + 16 + 16;
pub(super) const HEADER: usize = CHECKSUM + 16;

/// One kind of file: its magic and the family of its error codes.
pub(super) struct Kind {
    pub(super) magic: &'static [u8; 8],
    /// `catalogue` in `catalogue.corrupt`.
    pub(super) codes: Codes,
    pub(super) noun: &'static str,
}

pub(super) struct Codes {
    pub(super) other: &'static str,
    pub(super) version: &'static str,
    pub(super) corrupt: &'static str,
    pub(super) taxonomy: &'static str,
    pub(super) places: &'static str,
}

/// What the numbers in a file stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ground {
    /// Of the taxonomy, without its table of words.
    concepts: Fingerprint,
    places: Fingerprint,
}

impl Ground {
    /// Of a file without numbers of concepts and places.
    pub(super) const NONE: Ground =
        Ground { concepts: Fingerprint::from_bytes([0; 16]), places: Fingerprint::from_bytes([0; 16]) };

    pub(super) fn of(engine: &Engine) -> Ground {
        Ground { concepts: engine.taxonomy().concepts_fingerprint(), places: engine.places().fingerprint() }
    }
}

/// A file of which the header was checked.
pub(super) struct Opened<'a> {
    pub(super) records: usize,
    pub(super) ground: Ground,
    /// The columns.
    pub(super) body: &'a [u8],
}

impl Kind {
    /// The whole file of so many records.
    pub(super) fn file(&self, ground: Ground, records: usize, body: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(self.magic);
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend((records as u32).to_le_bytes());
        bytes.extend(ground.concepts.to_bytes());
        bytes.extend(ground.places.to_bytes());
        bytes.extend(checksum(&bytes, body).to_bytes());
        bytes.extend(body);
        bytes
    }

    /// The number of records and the columns, after all that can be checked before looking into them. `ground`: the concepts and
    /// the places that the file must have been packed with, where they are known.
    pub(super) fn open<'a>(&self, ground: Option<Ground>, bytes: &'a [u8]) -> Result<Opened<'a>, Error> {
        let noun = self.noun;
        let Some((header, body)) = bytes.split_at_checked(HEADER).filter(|(header, _)| header.starts_with(self.magic))
        else {
            return Err(Error::new(self.codes.other, format!("these bytes are no {noun} of Matcher")));
        };
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let format = number(8);
        if format != FORMAT {
            let message = format!(
                "the {noun} has format version {format}, this engine reads version {FORMAT}: \
                 {}",
                if format > FORMAT { "update the engine" } else { "pack it anew" }
            );
            return Err(Error::new(self.codes.version, message));
        }
        if header[CHECKSUM..] != checksum(&header[..CHECKSUM], body).to_bytes() {
            return Err(self.corrupt("the checksum does not match: the file is damaged or cut off"));
        }
        let own = |at: usize| Fingerprint::from_bytes(std::array::from_fn(|i| header[at + i]));
        let own = Ground { concepts: own(16), places: own(32) };
        let wanted = ground.unwrap_or(own);
        let belongs = [
            (own.concepts == wanted.concepts, self.codes.taxonomy, "taxonomy"),
            (own.places == wanted.places, self.codes.places, "set of places"),
        ];
        for (belongs, code, what) in belongs {
            if !belongs {
                let message = format!("the {noun} was packed with another {what}; load the files of one packing");
                return Err(Error::new(code, message));
            }
        }
        // Every record takes several bytes, which bounds what is reserved for them.
        let records = number(12) as usize;
        if records > body.len() {
            return Err(self.corrupt("there are more records than bytes"));
        }
        Ok(Opened { records, ground: own, body })
    }

    pub(super) fn corrupt(&self, what: &str) -> Error {
        Error::new(self.codes.corrupt, format!("{what}; get or pack the {} again", self.noun))
    }

    /// A fault of the columns as one of this kind of file.
    pub(super) fn own(&self, error: &Error) -> Error {
        Error::new(self.codes.corrupt, error.to_string())
    }
}

/// The bytes with the checksum that they should have, so that the checks behind it are reached.
#[cfg(test)]
pub(crate) fn sealed_again(bytes: &[u8]) -> Option<Vec<u8>> {
    let body = bytes.get(HEADER..)?;
    let mut sealed = bytes.to_vec();
    sealed[CHECKSUM..HEADER].copy_from_slice(&checksum(&bytes[..CHECKSUM], body).to_bytes());
    Some(sealed)
}

fn checksum(header: &[u8], body: &[u8]) -> Fingerprint {
    FingerprintBuilder::default().bytes(header).bytes(body).finish()
}

/// A fault inside the columns; [`Kind::own`] gives it the code of its file.
pub(super) fn fault(what: &str) -> Error {
    taxonomy::corrupt(what)
}
