//! A taxonomy and its table of words as two files: a page needs the concepts at once, the table only when somebody types.
//!
//! The table's file:
//! ```text
//! 8 bytes   magic "MATCHWRD"
//! u32       format version (1)
//! 16 bytes  fingerprint of the concepts that it belongs to
//! 16 bytes  checksum of all that stands before and behind it
//! …         the table, as in a snapshot
//! ```

use std::sync::Arc;

use super::{Taxonomy, checksum, corrupt, derive};
use crate::Error;
use crate::units::Fingerprint;
use crate::words::Words;

const MAGIC: &[u8; 8] = b"MATCHWRD";
const FORMAT: u32 = 1;
const CHECKSUM: usize = 8 + 4 + 16;
const HEADER: usize = CHECKSUM + 16;

impl Taxonomy {
    /// Names the concepts with their labels and relations, whatever table of words stands beside them.
    ///
    /// Cost: linear in the taxonomy.
    pub fn concepts_fingerprint(&self) -> Fingerprint {
        derive::fingerprint::concepts(&self.0).finish()
    }

    /// The table of words as a file of its own, for [`Taxonomy::with_words`]; `None` where there is none.
    pub fn words_to_bytes(&self) -> Option<Vec<u8>> {
        let body = self.0.words.as_ref()?.to_bytes();
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(self.concepts_fingerprint().to_bytes());
        bytes.extend(checksum(&bytes, &body).to_bytes());
        bytes.extend(body);
        Some(bytes)
    }

    /// This taxonomy with the table of words that [`Taxonomy::words_to_bytes`] wrote: the fingerprint is that of the taxonomy
    /// which wrote it.
    ///
    /// # Errors
    /// `words.not-a-table`, `words.version` (both versions are in the text), `words.corrupt`, `words.other-taxonomy`.
    pub fn with_words(&self, bytes: &[u8]) -> Result<Taxonomy, Error> {
        let Some((header, body)) = bytes.split_at_checked(HEADER).filter(|(header, _)| header.starts_with(MAGIC))
        else {
            return Err(Error::new("words.not-a-table", "these bytes are no table of words of Matcher"));
        };
        let format = u32::from_le_bytes([header[8], header[9], header[10], header[11]]);
        if format != FORMAT {
            let message = format!("the table has format {format}, this engine reads format {FORMAT}: pack it anew");
            return Err(Error::new("words.version", message));
        }
        if header[CHECKSUM..] != checksum(&header[..CHECKSUM], body).to_bytes() {
            return Err(damaged(&corrupt("the checksum does not match: the file is damaged or cut off")));
        }
        if header[12..CHECKSUM] != self.concepts_fingerprint().to_bytes() {
            let message = "the table of words belongs to another taxonomy; load the two files of one packing";
            return Err(Error::new("words.other-taxonomy", message));
        }
        let mut frozen = (*self.0).clone();
        let counts = [frozen.occupations.len(), frozen.skills.len()];
        frozen.words = Some(Words::from_bytes(body, counts).map_err(|error| damaged(&error))?);
        frozen.fingerprint = derive::fingerprint::of(&frozen);
        Ok(Taxonomy(Arc::new(frozen)))
    }
}

fn damaged(error: &Error) -> Error {
    Error::new("words.corrupt", error.to_string())
}

#[cfg(all(test, any(feature = "embedded", feature = "embedded-small")))]
mod tests {
    use super::*;

    fn whole() -> Taxonomy {
        #[cfg(feature = "embedded-small")]
        return Taxonomy::embedded_small();
        #[cfg(not(feature = "embedded-small"))]
        Taxonomy::embedded()
    }

    #[test]
    fn the_two_files_together_are_the_taxonomy_that_wrote_them() {
        let whole = whole();
        let table = whole.words_to_bytes().unwrap();
        let concepts = Taxonomy::from_bytes(&whole.clone().without_words().to_small_bytes()).unwrap();
        assert!(concepts.words().is_none() && concepts.words_to_bytes().is_none());
        assert_ne!(concepts.fingerprint(), whole.fingerprint());
        assert_eq!(concepts.concepts_fingerprint(), whole.concepts_fingerprint());
        let again = concepts.with_words(&table).unwrap();
        assert_eq!(again.fingerprint(), whole.fingerprint());
        assert_eq!(again.words(), whole.words());
    }

    #[test]
    fn a_table_that_is_damaged_newer_or_another_taxonomys_is_refused() {
        let whole = whole();
        let concepts = whole.clone().without_words();
        let table = whole.words_to_bytes().unwrap();
        let code = |bytes: &[u8]| concepts.with_words(bytes).unwrap_err().code().to_owned();
        assert_eq!(code(b"MATCHTAX"), "words.not-a-table");
        assert_eq!(code(&table[..table.len() - 1]), "words.corrupt");
        for at in [13, 30, 2_000] {
            let mut changed = table.clone();
            changed[at] ^= 1;
            assert_eq!(code(&changed), "words.corrupt", "byte {at}");
        }
        let mut newer = table.clone();
        newer[8] = 2;
        assert_eq!(code(&newer), "words.version");
        let other = Taxonomy::builder().build().unwrap();
        assert_eq!(other.with_words(&table).unwrap_err().code(), "words.other-taxonomy");
    }
}
