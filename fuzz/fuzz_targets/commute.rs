#![no_main]
//! A commute matrix: the bytes as they come, the same bytes behind a header whose checksum holds, so that the checks behind it are
//! reached, and the bytes as a table in CSV. What opens or is imported, writes bytes that open to the same matrix.

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use matcher_core::commute::{CommuteMatrix, MatrixImport};
use matcher_core::model::Mode;
use matcher_core::units::FingerprintBuilder;
use matcher_core::{CommuteModel, Gazetteer};

/// Where the checksum stands, and its end.
const CHECKSUM: usize = 48;
const BODY: usize = 64;

fuzz_target!(|data: &[u8]| {
    if let Ok(matrix) = CommuteMatrix::from_bytes(data) {
        holds(&matrix);
    }
    if data.len() >= BODY {
        let mut bytes = data.to_vec();
        bytes[..8].copy_from_slice(b"MATCHCMT");
        // The format, and no concepts and places.
        bytes[8..12].copy_from_slice(&1u32.to_le_bytes());
        bytes[16..CHECKSUM].fill(0);
        let sum = FingerprintBuilder::default().bytes(&bytes[..CHECKSUM]).bytes(&bytes[BODY..]).finish();
        bytes[CHECKSUM..BODY].copy_from_slice(&sum.to_bytes());
        if let Ok(matrix) = CommuteMatrix::from_bytes(&bytes) {
            holds(&matrix);
        }
    }
    static PLACES: OnceLock<Gazetteer> = OnceLock::new();
    let places = PLACES.get_or_init(Gazetteer::embedded).clone();
    let mut import = MatrixImport::new(places, Some(Mode::Car), CommuteMatrix::builder());
    if import.read("fuzz.csv", data).is_ok()
        && let Ok((matrix, _)) = import.finish()
    {
        holds(&matrix);
    }
});

fn holds(matrix: &CommuteMatrix) {
    let written = matrix.to_bytes();
    let again = CommuteMatrix::from_bytes(&written).expect("what was written opens");
    assert_eq!(again.fingerprint(), matrix.fingerprint());
    assert_eq!(again.to_bytes(), written);
}
