#![no_main]
//! A taxonomy snapshot: the bytes as they come, and the same bytes with the checksum made right, so that the checks behind
//! it are reached. What opens, writes bytes that open to the same taxonomy.

use libfuzzer_sys::fuzz_target;
use matcher_core::Taxonomy;
use matcher_core::units::FingerprintBuilder;

/// Where the checksum stands, and its end.
const CHECKSUM: usize = 48;
const BODY: usize = 64;

fuzz_target!(|data: &[u8]| {
    holds(data);
    if data.len() < BODY {
        return;
    }
    let mut bytes = data.to_vec();
    bytes[..8].copy_from_slice(b"MATCHTAX");
    let sum = FingerprintBuilder::default().bytes(&bytes[..CHECKSUM]).bytes(&bytes[BODY..]).finish();
    bytes[CHECKSUM..BODY].copy_from_slice(&sum.to_bytes());
    holds(&bytes);
});

fn holds(bytes: &[u8]) {
    let Ok(taxonomy) = Taxonomy::from_bytes(bytes) else { return };
    let written = taxonomy.to_bytes();
    let again = Taxonomy::from_bytes(&written).expect("what was written opens");
    assert_eq!(again.fingerprint(), taxonomy.fingerprint());
    assert_eq!(again.to_bytes(), written);
}
