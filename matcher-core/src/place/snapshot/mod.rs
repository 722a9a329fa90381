//! A gazetteer as bytes: a header, then columns, written for size.
//!
//! Header, little-endian: magic `MPLACES\0`, version u32, fingerprint of the rest (16 bytes). The rest is a list of
//! columns, each a length and its bytes; every number in a column is a varint (7 bits a byte, low bits first), signed
//! ones zigzag. Neighbours in code order have alike names and codes, neighbours in postal code order alike coordinates:
//! each column holds differences in the order that makes them small. What a general compressor can do is left to it.

mod columns;
mod read;
mod write;

use super::Gazetteer;
use crate::Error;
use crate::units::Fingerprint;

const MAGIC: &[u8; 8] = b"MPLACES\0";
const VERSION: u32 = 1;
const HEADER: usize = 28;

impl Gazetteer {
    /// The gazetteer as bytes for [`Gazetteer::from_bytes`]; the same content always gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let body = write::body(self);
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&Fingerprint::of(&body).to_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    /// The gazetteer that [`Gazetteer::to_bytes`] wrote.
    ///
    /// Errors: `places.not-a-gazetteer` (other bytes), `places.version` (names the version found and the one that can be
    /// read), `places.damaged` (the checksum or a column does not hold). Cost: that of
    /// [`GazetteerBuilder::build`](super::GazetteerBuilder::build); memory is bounded by the number of bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Gazetteer, Error> {
        let Some((header, body)) = bytes.split_at_checked(HEADER).filter(|(header, _)| header.starts_with(MAGIC))
        else {
            return Err(Error::new("places.not-a-gazetteer", "these bytes are not a packed gazetteer"));
        };
        let version = u32::from_le_bytes([header[8], header[9], header[10], header[11]]);
        if version != VERSION {
            let message =
                format!("the gazetteer has format {version}; this engine reads format {VERSION}: pack it anew");
            return Err(Error::new("places.version", message));
        }
        if header[12..] != Fingerprint::of(body).to_bytes() {
            return Err(read::damaged("the checksum does not fit the content"));
        }
        read::gazetteer(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Country;
    use crate::place::PlaceEntry;
    use crate::units::LatLon;
    use proptest::prelude::*;

    fn entries() -> impl Strategy<Value = Vec<PlaceEntry>> {
        let entry = (
            (prop_oneof![Just(String::new()), "[0-9]{5}", "2[AB][0-9]{3}", "[A-Z0-9]{1,7}"], "[A-Zé][a-z -]{0,9}[a-z]"),
            prop_oneof![Just(Country::FR), Just(Country::LU), Just(Country::DE)],
            (-90.0..=90.0f64, -180.0..=180.0f64),
            prop::collection::vec(prop_oneof!["[0-9]{5}", "[0-9]{4}", "[A-Z0-9]{1,6}"], 0..4),
            prop::collection::vec("FR-[0-9]{2}", 0..3),
            any::<u32>(),
        );
        let entry = entry.prop_map(|((code, name), country, (lat, lon), postcodes, areas, population)| PlaceEntry {
            code,
            name,
            country,
            at: LatLon { lat, lon },
            postcodes,
            areas,
            population,
        });
        prop::collection::vec(entry, 0..40)
    }

    fn built(entries: Vec<PlaceEntry>) -> Option<Gazetteer> {
        entries.into_iter().fold(Gazetteer::builder(), |builder, entry| builder.place(entry)).build().ok()
    }

    proptest! {
        #[test]
        fn a_gazetteer_survives_being_written(entries in entries()) {
            let Some(gazetteer) = built(entries) else { return Ok(()) };
            let bytes = gazetteer.to_bytes();
            let again = Gazetteer::from_bytes(&bytes).unwrap();
            prop_assert_eq!(again.fingerprint(), gazetteer.fingerprint());
            prop_assert_eq!(again.to_bytes(), bytes);
        }

        #[test]
        fn damaged_bytes_are_an_error_and_never_a_panic(entries in entries(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
            let Some(gazetteer) = built(entries) else { return Ok(()) };
            let good = gazetteer.to_bytes();
            let mut bytes = good.clone();
            for (at, value) in changes {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
            if bytes != good {
                prop_assert!(Gazetteer::from_bytes(&bytes).is_err());
            }
            prop_assert!(Gazetteer::from_bytes(&good[..cut.index(good.len())]).is_err());
            // The same behind a checksum that holds: it may be another gazetteer, but never a panic.
            let sum = Fingerprint::of(&bytes[HEADER..]).to_bytes();
            bytes[12..HEADER].copy_from_slice(&sum);
            let _ = Gazetteer::from_bytes(&bytes);
        }

        #[test]
        fn any_bytes_behind_a_good_header_are_read_or_refused(body: Vec<u8>) {
            let _ = read::gazetteer(&body);
        }
    }

    #[test]
    fn another_version_is_refused_by_both_names() {
        let mut bytes = Gazetteer::empty().to_bytes();
        bytes[8] = 9;
        let error = Gazetteer::from_bytes(&bytes).unwrap_err();
        assert_eq!(error.code(), "places.version");
        assert!(error.to_string().contains("format 9") && error.to_string().contains("format 1"));
        assert_eq!(Gazetteer::from_bytes(b"PK").unwrap_err().code(), "places.not-a-gazetteer");
    }
}
