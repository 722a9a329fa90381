//! A small market made up from a seed.

use std::fmt::Write;

/// Numbers that look like chance and are the same each time (Marsaglia's xorshift).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const SKILLS: [&str; 6] = ["SQL", "Python", "selling", "cash register", "welding", "drawings"];
const TOWNS: [&str; 4] = ["Metz", "Nancy", "57000", "Strasbourg"];

/// Profiles `p0` and on, as lines of JSON; one in twenty has something that is not understood.
pub(crate) fn people(number: usize, seed: u64) -> String {
    let mut chance = Chance(seed);
    let mut lines = String::new();
    for i in 0..number {
        let (a, b) = (chance.one_of(&SKILLS), chance.one_of(&SKILLS));
        let odd = if chance.below(20) == 0 { ",\"juggling\"" } else { "" };
        let (town, minutes) = (chance.one_of(&TOWNS), 15 + chance.below(60));
        let person = format!(
            r#"{{"id":"p{i}","skills":["{a}","{b}"{odd}],"home":"{town}","commute":{{"minutes":{minutes}}},"pay":{{"min":{}}}}}"#,
            1800 + chance.below(900)
        );
        writeln!(lines, "{person}").unwrap();
    }
    lines
}

/// Offers `o0` and on, as lines of JSON.
pub(crate) fn offers(number: usize, seed: u64) -> String {
    let mut chance = Chance(seed ^ 0xbeef);
    let mut lines = String::new();
    for i in 0..number {
        let (a, b) = (chance.one_of(&SKILLS), chance.one_of(&SKILLS));
        let offer = format!(
            r#"{{"id":"o{i}","source":"feed","title":"post {i}","essential_skills":["{a}"],"optional_skills":["{b}"],"places":["{}"],"pay":{{"min":{}}}}}"#,
            chance.one_of(&TOWNS),
            1700 + chance.below(900)
        );
        writeln!(lines, "{offer}").unwrap();
    }
    lines
}
