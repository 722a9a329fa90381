//! A frozen taxonomy as bytes.
//!
//! ```text
//! 8 bytes   magic "MATCHTAX"
//! u32       format version (2; version 1 had no table of words)
//! u32       flags: bit 0 = the derived tables follow, bit 1 = the table of words follows
//! u32 × 4   skills, occupations, groups, occupation–skill relations
//! 16 bytes  fingerprint of the taxonomy
//! 16 bytes  checksum: [`Fingerprint`] of two parts, all that stands before it and all that stands behind
//! …         sections, one behind the other
//! ```
//! Fixed numbers are little-endian; inside the sections numbers are LEB128 of seven bits a byte, for rising rows are then
//! mostly one byte a value. Ids are sorted, so that each says only where it leaves the one before, and an id that ends in
//! a UUID has that in 16 bytes. Without the derived tables a file is small and opens by computing them, which suits some
//! hundred occupations; with them a whole classification opens in a fraction of the time.

mod ids;
mod reader;
mod sections;
mod words_apart;
mod writer;

use std::sync::Arc;

use super::{Taxonomy, derive};
use crate::Error;
use crate::units::{Fingerprint, FingerprintBuilder};
pub(crate) use reader::Reader;
pub(crate) use writer::Writer;

const MAGIC: &[u8; 8] = b"MATCHTAX";
const FORMAT: u32 = 2;
const WITH_DERIVED: u32 = 1;
const WITH_WORDS: u32 = 2;
/// Where the checksum stands; the sections begin behind it.
const CHECKSUM: usize = 8 + 4 + 4 + 16 + 16;
const HEADER: usize = CHECKSUM + 16;

impl Taxonomy {
    /// The taxonomy with its derived tables: opens fast, whatever its size.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.bytes(true)
    }

    /// The taxonomy without what can be computed again: a fraction of the bytes, but opening it costs what building it
    /// cost, and a later engine may derive other numbers and so another fingerprint.
    pub fn to_small_bytes(&self) -> Vec<u8> {
        self.bytes(false)
    }

    fn bytes(&self, derived: bool) -> Vec<u8> {
        let frozen = &*self.0;
        let mut body = Writer::default();
        sections::write(frozen, derived, &mut body);
        let body = body.finish();
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        let relations = frozen.essential.values().len() + frozen.optional.values().len();
        let counts = [frozen.skills.len(), frozen.occupations.len(), frozen.groups.len(), relations];
        let flags = if derived { WITH_DERIVED } else { 0 } | if frozen.words.is_some() { WITH_WORDS } else { 0 };
        for number in [FORMAT, flags].into_iter().chain(counts.map(|n| n as u32)) {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(frozen.fingerprint.to_bytes());
        bytes.extend(checksum(&bytes, &body).to_bytes());
        bytes.extend(body);
        bytes
    }

    /// Opens what [`Taxonomy::to_bytes`] or [`Taxonomy::to_small_bytes`] wrote, after checking all of it: the checksum,
    /// every index, the order of every sorted list. Cost: linear in the bytes; without derived tables, also what
    /// [`TaxonomyBuilder::build`](super::TaxonomyBuilder::build) costs.
    ///
    /// # Errors
    /// `taxonomy.not-a-snapshot`, `taxonomy.snapshot-too-new` (both versions are in the text),
    /// `taxonomy.snapshot-corrupt`, `taxonomy.cycle`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Taxonomy, Error> {
        let not_one = || Error::new("taxonomy.not-a-snapshot", "these bytes are no taxonomy snapshot of Matcher");
        if bytes.len() < HEADER || !bytes.starts_with(MAGIC) {
            return Err(not_one());
        }
        let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let half = |at: usize| {
            let mut half = [0; 16];
            half.copy_from_slice(&bytes[at..at + 16]);
            Fingerprint::from_bytes(half)
        };
        let format = number(8);
        if format == 0 {
            return Err(not_one());
        }
        if format > FORMAT {
            let message = format!(
                "the snapshot has format version {format}, this engine reads version {FORMAT}: \
                 update the engine or make the snapshot again with `matcher taxonomy import`"
            );
            return Err(Error::new("taxonomy.snapshot-too-new", message));
        }
        let (flags, body) = (number(12), &bytes[HEADER..]);
        if flags > if format == 1 { WITH_DERIVED } else { WITH_DERIVED | WITH_WORDS } {
            return Err(corrupt("the header has flags that this format does not know"));
        }
        if half(CHECKSUM) != checksum(&bytes[..CHECKSUM], body) {
            return Err(corrupt("the checksum does not match: the file is damaged or cut off"));
        }
        let derived = flags & WITH_DERIVED != 0;
        let counts = [number(16), number(20), number(24)].map(|count| count as usize);
        let mut frozen = sections::read(&mut Reader::new(body), counts, derived, flags & WITH_WORDS != 0)?;
        if derived {
            derive::cheap(&mut frozen)?;
            frozen.fingerprint = half(CHECKSUM - 16);
        } else {
            derive::all(&mut frozen)?;
        }
        let relations = frozen.essential.values().len() + frozen.optional.values().len();
        if relations != number(28) as usize {
            return Err(corrupt("the header counts other relations than the sections hold"));
        }
        Ok(Taxonomy(Arc::new(frozen)))
    }
}

fn checksum(header: &[u8], body: &[u8]) -> Fingerprint {
    FingerprintBuilder::default().bytes(header).bytes(body).finish()
}

pub(crate) fn corrupt(what: &str) -> Error {
    Error::new("taxonomy.snapshot-corrupt", format!("{what}; make the snapshot again"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Language;
    use crate::taxonomy::{ConceptKind, LabelKind, TaxonomyBuilder};
    use crate::units::Ratio;

    fn builder() -> TaxonomyBuilder {
        use ConceptKind::{Group, Occupation, Skill};
        let mut builder = Taxonomy::builder();
        builder.version("small 1").attribution("Facts.");
        for (kind, id, language, text) in [
            (Occupation, "http://x/0005c151-5b5a-4a66-8aac-60e734beb1ab", Language::FR, "boulanger/boulangère"),
            (Occupation, "http://x/00064735-8fad-454b-90c7-ed858cc993f2", Language::DE, "Konditor/Konditorin"),
            (Occupation, "D1102", Language::FR, "Boulanger / Boulangère"),
            (Skill, "ogr:1", Language::FR, "pétrir"),
            (Skill, "ogr:2", Language::EN, "bake"),
            (Skill, "ogr:3", Language::EN, "bake bread"),
            (Group, "rome-gd:D", Language::FR, "Commerce"),
            (Group, "rome-dp:D11", Language::FR, "Commerce alimentaire"),
        ] {
            builder.label(kind, id, language, LabelKind::Preferred, text);
        }
        let baker = "http://x/0005c151-5b5a-4a66-8aac-60e734beb1ab";
        let confectioner = "http://x/00064735-8fad-454b-90c7-ed858cc993f2";
        builder.label(Occupation, baker, Language::EN, LabelKind::Alternative, "bread maker");
        builder.label(Skill, "ogr:1", Language::FR, LabelKind::Hidden, "pétrissage");
        builder.essential(baker, "ogr:1").optional(baker, "ogr:3").essential(confectioner, "ogr:1");
        builder.essential("D1102", "ogr:3").related("ogr:1", "ogr:3").broader(Skill, "ogr:3", Skill, "ogr:2");
        builder.broader(Occupation, "D1102", Group, "rome-dp:D11").broader(Group, "rome-dp:D11", Group, "rome-gd:D");
        builder.same_occupation(baker, "D1102", Ratio::percent(80));
        builder
    }

    #[test]
    fn both_kinds_of_snapshot_open_to_the_same_taxonomy() {
        let taxonomy = builder().build().unwrap();
        for bytes in [taxonomy.to_bytes(), taxonomy.to_small_bytes()] {
            let opened = Taxonomy::from_bytes(&bytes).unwrap();
            assert_eq!(opened.fingerprint(), taxonomy.fingerprint());
            assert_eq!(derive::fingerprint::of(&opened.0), taxonomy.fingerprint());
            assert_eq!(opened.to_bytes(), taxonomy.to_bytes());
            assert_eq!(opened.exact(ConceptKind::Occupation, "Boulangère").len(), 2);
            let frozen = (&opened.0.mean_share, opened.0.median_specificity, &opened.0.occupation_all_groups);
            let built = (&taxonomy.0.mean_share, taxonomy.0.median_specificity, &taxonomy.0.occupation_all_groups);
            assert_eq!(frozen, built);
        }
    }

    #[cfg(feature = "import")]
    #[test]
    fn a_snapshot_has_the_table_of_words() {
        let training = crate::WordTraining { dimensions: 8, ..crate::WordTraining::default() };
        let taxonomy = builder().build_with_words(&training, |_| std::ops::ControlFlow::Continue(())).unwrap();
        assert_ne!(taxonomy.fingerprint(), builder().build().unwrap().fingerprint());
        for bytes in [taxonomy.to_bytes(), taxonomy.to_small_bytes()] {
            let opened = Taxonomy::from_bytes(&bytes).unwrap();
            assert_eq!(opened.words(), taxonomy.words());
            assert_eq!(opened.fingerprint(), taxonomy.fingerprint());
        }
    }

    /// Kept for ever: whoever changes the format keeps this file opening.
    #[test]
    fn the_first_format_opens() {
        let taxonomy = Taxonomy::from_bytes(include_bytes!("../../tests/data/taxonomy-format-1.mtx")).unwrap();
        assert_eq!(taxonomy.version(), "Bakers 3");
        assert_eq!(taxonomy.exact(ConceptKind::Occupation, "boulangère")[0].id(), "baker");
        assert_eq!(taxonomy.exact(ConceptKind::Skill, "Teig rühren")[0].id().len(), 55);
        let similar = taxonomy.similar_occupations("baker").unwrap();
        assert_eq!((similar[0].id, similar[0].similarity), ("D1102", Ratio::percent(80)));
    }

    #[test]
    fn a_newer_snapshot_is_refused_with_both_versions() {
        let mut bytes = builder().build().unwrap().to_bytes();
        bytes[8] = 9;
        let error = Taxonomy::from_bytes(&bytes).unwrap_err();
        assert_eq!(error.code(), "taxonomy.snapshot-too-new");
        assert!(error.to_string().contains("version 9") && error.to_string().contains("version 2"), "{error}");
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_noticed() {
        let bytes = builder().build().unwrap().to_bytes();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x11;
            assert!(Taxonomy::from_bytes(&changed).is_err(), "byte {at}");
            assert!(Taxonomy::from_bytes(&bytes[..at]).is_err(), "cut at {at}");
        }
    }

    proptest! {
        /// With the checksum made right again, only the checks behind it stand between the bytes and the engine.
        #[test]
        fn no_bytes_make_it_panic(
            small: bool,
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
            cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let taxonomy = builder().build().unwrap();
            let mut bytes = if small { taxonomy.to_small_bytes() } else { taxonomy.to_bytes() };
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if bytes.len() >= HEADER {
                let (header, body) = (&bytes[..CHECKSUM], &bytes[HEADER..]);
                let sum = checksum(header, body).to_bytes();
                bytes[CHECKSUM..HEADER].copy_from_slice(&sum);
            }
            if let Ok(opened) = Taxonomy::from_bytes(&bytes) {
                prop_assert_eq!(Taxonomy::from_bytes(&opened.to_bytes()).unwrap().to_bytes(), opened.to_bytes());
            }
        }
    }
}
