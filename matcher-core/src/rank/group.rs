use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::prepare::Columns;
use crate::text::fold;

/// Of which offers only the best is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Those of one employer, whatever the case and accents of the name. An offer that names none stands alone.
    Employer,
    /// One job advertised several times: the same title, employer and places, by several sources or again and again.
    Advert,
}

impl Group {
    pub(super) const ALL: [Group; 2] = [Group::Employer, Group::Advert];

    /// Row → number of its group.
    pub(super) fn numbers(self, offers: &Columns) -> Vec<u32> {
        let mut known: BTreeMap<(String, &str, Vec<&str>), u32> = BTreeMap::new();
        let mut alone = offers.len() as u32;
        let number = |row: usize| {
            let employer = offers.employer[row].as_deref();
            let key = match self {
                Group::Employer => (String::new(), employer, Vec::new()),
                Group::Advert => {
                    let mut places: Vec<&str> =
                        offers.places.row(row).iter().map(|&site| offers.sites.label(site)).collect();
                    places.sort_unstable();
                    (fold(&offers.raw[row].title), employer, places)
                }
            };
            // Nothing says that two offers without an employer are one and the same.
            let (title, Some(employer), places) = key else {
                alone += 1;
                return alone;
            };
            let next = known.len() as u32;
            *known.entry((title, employer, places)).or_insert(next)
        };
        (0..offers.len()).map(number).collect()
    }
}
