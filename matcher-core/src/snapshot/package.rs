use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{FORMAT, OfferCatalogue, TrainingCatalogue};
use crate::engine::Engine;
use crate::units::Day;

/// The files that a page needs: an entry that is always fetched anew, and files named after their content, which a browser may
/// keep for ever. Which of them is fetched depends on nothing that a visitor types.
#[derive(Clone, Debug)]
pub struct Package {
    /// What `entry.json` holds.
    pub entry: Entry,
    /// Name and bytes of every other file.
    pub files: Vec<(String, Vec<u8>)>,
}

/// What `entry.json` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Version of the entry itself.
    pub format: u32,
    /// Version of the files of offers and trainings.
    pub catalogue_format: u32,
    /// Version of the engine that packed.
    pub engine: String,
    /// The day of packing.
    pub date: Day,
    /// Days after which the offers are too old to be shown.
    pub max_age_days: u16,
    /// How many offers there are.
    pub offers: usize,
    /// The sentence that the publishers of the taxonomy ask to be shown.
    pub attribution: String,
    /// The files.
    pub files: EntryFiles,
}

/// The files of a package by what they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFiles {
    /// Skills and occupations.
    pub taxonomy: EntryFile,
    /// Municipalities.
    pub places: EntryFile,
    /// The table of words; needed when somebody types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<EntryFile>,
    /// The offers.
    pub catalogue: EntryFile,
    /// Travel times from zone to zone; the great circle serves where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commute: Option<EntryFile>,
    /// The trainings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainings: Option<EntryFile>,
}

impl EntryFiles {
    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let always = [&self.taxonomy, &self.places, &self.catalogue];
        always.into_iter().chain(&self.words).chain(&self.commute).chain(&self.trainings).map(|file| file.file.as_str())
    }
}

/// One file of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFile {
    /// Its name, which holds a part of its hash.
    pub file: String,
    /// Its length.
    pub bytes: usize,
    /// The value of an `integrity` attribute.
    pub integrity: String,
}

impl Package {
    /// All files for these offers and trainings, which this engine understood. The same content always gives the same files.
    pub fn of(
        engine: &Engine,
        offers: &OfferCatalogue,
        trainings: Option<&TrainingCatalogue>,
        date: Day,
        max_age_days: u16,
    ) -> Package {
        let mut files = Vec::new();
        let mut add = |kind: &str, bytes: Vec<u8>| {
            let digest = Sha256::digest(&bytes);
            let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let file = format!("{kind}-{name}.bin");
            let entry =
                EntryFile { file: file.clone(), bytes: bytes.len(), integrity: format!("sha256-{}", base64(&digest)) };
            files.push((file, bytes));
            entry
        };
        let taxonomy = engine.taxonomy();
        let entry_files = EntryFiles {
            taxonomy: add("taxonomy", taxonomy.clone().without_words().to_small_bytes()),
            places: add("places", engine.places().to_bytes()),
            words: taxonomy.words_to_bytes().map(|bytes| add("words", bytes)),
            commute: engine.commute().to_bytes().map(|bytes| add("commute", bytes)),
            catalogue: add("offers", offers.to_bytes()),
            trainings: trainings.map(|trainings| add("trainings", trainings.to_bytes(engine))),
        };
        let entry = Entry {
            format: 1,
            catalogue_format: FORMAT,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            date,
            max_age_days,
            offers: offers.len(),
            attribution: taxonomy.attribution().to_owned(),
            files: entry_files,
        };
        Package { entry, files }
    }
}

/// Base64 with padding (RFC 4648), as `integrity` wants it.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_standard() {
        let of = |text: &str| base64(text.as_bytes());
        assert_eq!([of(""), of("f"), of("fo"), of("foo"), of("foob")], ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
        assert_eq!(base64(&[0xff, 0xfe, 0xfd]), "//79");
    }
}
