#![no_main]
//! Tables of places. A gazetteer made of them packs and opens, whatever the order of the tables.

use libfuzzer_sys::fuzz_target;
use matcher_core::Gazetteer;
use matcher_core::model::PlaceRef;
use matcher_fuzz::files;

fuzz_target!(|data: &[u8]| {
    let tables: Vec<(String, &[u8])> = files(data).into_iter().map(|(name, csv)| (name.to_owned(), csv)).collect();
    let Ok((gazetteer, _)) = Gazetteer::from_csv(tables.clone()) else { return };
    let (turned, _) = Gazetteer::from_csv(tables.into_iter().rev()).expect("the order of tables makes no difference");
    assert_eq!(turned.fingerprint(), gazetteer.fingerprint());
    let packed = gazetteer.to_bytes();
    let again = Gazetteer::from_bytes(&packed).expect("what was packed opens");
    assert_eq!(again.fingerprint(), gazetteer.fingerprint());
    for place in gazetteer.places() {
        let found = gazetteer.resolve(&PlaceRef::from(place.name()));
        assert_eq!(found, again.resolve(&PlaceRef::from(place.name())));
    }
});
