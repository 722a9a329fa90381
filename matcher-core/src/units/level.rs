use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// How well a skill is mastered or must be: 1 basic, 2 independent, 3 advanced, 4 expert.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Level(u8);

impl Level {
    /// The lowest level.
    pub const BASIC: Level = Level(1);
    /// The highest level.
    pub const EXPERT: Level = Level(4);

    /// 1 to 4; `None` otherwise.
    pub const fn new(level: u8) -> Option<Level> {
        if level >= 1 && level <= 4 { Some(Level(level)) } else { None }
    }

    /// 1 to 4.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Level, D::Error> {
        let level = u64::deserialize(deserializer)?;
        u8::try_from(level)
            .ok()
            .and_then(Level::new)
            .ok_or_else(|| D::Error::custom(format!("{level} is not a level from 1 to 4")))
    }
}
