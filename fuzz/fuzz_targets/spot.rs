#![no_main]
//! Spotting in any text: finds are slices of the text, from left to right, and in UTF-16 units too.

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use matcher_core::Taxonomy;
use matcher_core::model::Limits;
use matcher_core::spot::{Spotter, readable, utf16};

fuzz_target!(|data: &[u8]| {
    static SPOTTER: OnceLock<Spotter> = OnceLock::new();
    let spotter = SPOTTER.get_or_init(|| Spotter::new(&Taxonomy::embedded()));
    let Ok(text) = readable(data, &Limits::default()) else { return };
    let finds = spotter.spot(text, None);
    for find in &finds {
        assert!(!text[find.start..find.end].is_empty());
    }
    for pair in finds.windows(2) {
        assert!(pair[0].end <= pair[1].start || (pair[0].start, pair[0].end) == (pair[1].start, pair[1].end));
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    for (find, there) in finds.iter().zip(utf16(text, &finds)) {
        assert_eq!(String::from_utf16(&units[there.start..there.end]).unwrap(), text[find.start..find.end]);
    }
});
