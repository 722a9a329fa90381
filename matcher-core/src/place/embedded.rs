use std::sync::OnceLock;

use super::Gazetteer;

static PACKED: &[u8] = include_bytes!("../../data/places.bin");

impl Gazetteer {
    /// The municipalities of Grand Est and the towns of Luxembourg, Germany, Switzerland and Belgium around it: how
    /// they were chosen and whose data they are stands in `matcher-core/data/README.md`.
    ///
    /// Read once in a process; later calls clone a reference. Should the bundled file be damaged, which the tests of
    /// this crate exclude, it is an empty gazetteer that finds nothing and says so for every place.
    pub fn embedded() -> Gazetteer {
        static READ: OnceLock<Gazetteer> = OnceLock::new();
        READ.get_or_init(|| Gazetteer::from_bytes(PACKED).unwrap_or_else(|_| Gazetteer::empty())).clone()
    }
}
