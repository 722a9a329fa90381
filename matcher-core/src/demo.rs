//! The embedded demo: sixty people, three hundred offers and fourteen trainings of one made-up day, [`AS_OF`].
//!
//! Every person, firm, offer, course and pay is fictional; only towns and the ids of occupations and skills are real. The
//! story stands in `data/demo/README.md`.

/// The day on which the story plays.
pub const AS_OF: &str = "2027-03-01";

/// The ten people who each show one thing, in the order in which the story tells of them. The fifty others are named
/// `r-001` to `r-050`.
pub const PEOPLE: [&str; 10] = [
    "bank-adviser",
    "cnc-operator",
    "car-assembler",
    "school-leaver",
    "legacy-developer",
    "pupil",
    "shop-assistant",
    "farmer",
    "help-desk-adviser",
    "welder",
];

/// Sixty profiles as JSONL.
pub fn profiles() -> &'static str {
    include_str!("../data/demo/profiles.jsonl")
}

/// Three hundred offers as JSONL.
pub fn offers() -> &'static str {
    include_str!("../data/demo/offers.jsonl")
}

/// Fourteen trainings as JSONL.
pub fn trainings() -> &'static str {
    include_str!("../data/demo/trainings.jsonl")
}

/// The settings of the demo as JSON.
pub fn settings() -> &'static str {
    include_str!("../data/demo/settings.json")
}
