#![no_main]
//! Settings. What is read passes its own check and is written as JSON that reads as the same settings.

use libfuzzer_sys::fuzz_target;
use matcher_core::Settings;

fuzz_target!(|json: &str| {
    let Ok(settings) = Settings::from_json(json) else { return };
    settings.check().expect("settings that were read are checked");
    let written = serde_json::to_string(&settings).expect("settings can be written");
    let again = Settings::from_json(&written).expect("written settings can be read");
    assert_eq!(again, settings, "{written}");
    assert_eq!(again.fingerprint(), settings.fingerprint());
});
