#![no_main]
//! A packed gazetteer: the bytes as they come, and the same bytes behind a header whose checksum holds, so that the checks
//! behind it are reached. What opens, packs to bytes that open to the same gazetteer.

use libfuzzer_sys::fuzz_target;
use matcher_core::Gazetteer;
use matcher_core::units::Fingerprint;

fuzz_target!(|body: &[u8]| {
    holds(body);
    let mut bytes = b"MPLACES\0\x01\0\0\0".to_vec();
    bytes.extend_from_slice(&Fingerprint::of(body).to_bytes());
    bytes.extend_from_slice(body);
    holds(&bytes);
});

fn holds(bytes: &[u8]) {
    let Ok(gazetteer) = Gazetteer::from_bytes(bytes) else { return };
    let packed = gazetteer.to_bytes();
    let again = Gazetteer::from_bytes(&packed).expect("what was packed opens");
    assert_eq!(again.fingerprint(), gazetteer.fingerprint());
    assert_eq!(again.to_bytes(), packed);
    for place in gazetteer.places() {
        assert_eq!(gazetteer.nearest(place.point()).map(|(_, metres)| metres.0), Some(0));
    }
}
