use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A level of the European Qualifications Framework, 1 to 8 (Council Recommendation 2017/C 189/03). In France the
/// national framework has the same numbers: CAP 3, baccalauréat 4, bac+2 5, licence 6, master 7, doctorat 8.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Eqf(u8);

impl Eqf {
    /// Level 1.
    pub const LOWEST: Eqf = Eqf(1);
    /// Level 8.
    pub const HIGHEST: Eqf = Eqf(8);

    /// 1 to 8; `None` otherwise.
    pub const fn new(level: u8) -> Option<Eqf> {
        if level >= 1 && level <= 8 { Some(Eqf(level)) } else { None }
    }

    /// 1 to 8.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Serialize for Eqf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

impl<'de> Deserialize<'de> for Eqf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Eqf, D::Error> {
        let level = u64::deserialize(deserializer)?;
        u8::try_from(level)
            .ok()
            .and_then(Eqf::new)
            .ok_or_else(|| D::Error::custom(format!("{level} is not an EQF level from 1 to 8")))
    }
}
