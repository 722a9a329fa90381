use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::why_not;
use crate::change::Change;
use crate::commute::ReachScratch;
use crate::criteria::commute::Way;
use crate::criteria::{self, Filter, Verdict};
use crate::prepare::Person;
use crate::rank::{Lens, OfferIndex};
use crate::score::Touched;
use crate::units::{Day, Minutes};

/// A change of one wish, and how many offers it would open that nothing else keeps out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opening {
    /// The change.
    pub change: Change,
    /// So many offers would be shown in addition.
    pub offers: usize,
}

/// For every limit the change that opens offers kept out by that limit alone, by falling number. For the way to work a
/// quarter of an hour more, since any number of minutes opens some; for the others what the most offers ask.
pub(crate) fn relaxations(index: &OfferIndex, person: &Person, as_of: Option<Day>) -> Vec<Opening> {
    let (mut reach, mut touched) = (ReachScratch::default(), Touched::default());
    let (engine, offers) = (&*index.0.engine.0, &index.0.offers);
    let limit = person.limit();
    let further = limit.map(|limit| Minutes::from_tenths(u32::from(limit.tenths()) + 150));
    let wide = further.unwrap_or(Minutes::MAX);
    let lens = Lens::within(wide, engine, offers, &person.0, as_of, &mut reach, &mut touched);
    let mut counts: BTreeMap<String, Opening> = BTreeMap::new();
    for row in 0..offers.len() {
        let case = lens.case(row);
        if case.engine.host.iter().any(|host| host.verdict(&criteria::pair(&case)) == Verdict::Fail) {
            continue;
        }
        let mut broken: Vec<Filter> =
            Filter::ALL.into_iter().filter(|filter| filter.verdict(&case) == Verdict::Fail).collect();
        if let (Some(limit), Way::Known { minutes, .. }) = (limit, criteria::commute::way(&case))
            && minutes > limit
        {
            broken.push(Filter::Commute);
        }
        let [filter] = broken[..] else { continue };
        let change = match (filter, further) {
            (Filter::Commute, Some(minutes)) => Some(Change::Minutes { minutes }),
            _ => why_not::line(&case, filter).change,
        };
        let Some(change) = change.filter(is_a_wish) else { continue };
        let opening = counts.entry(format!("{change:?}")).or_insert(Opening { change, offers: 0 });
        opening.offers += 1;
    }
    let mut all: Vec<Opening> = counts.into_values().collect();
    all.sort_by(|a, b| b.offers.cmp(&a.offers).then_with(|| format!("{:?}", a.change).cmp(&format!("{:?}", b.change))));
    all
}

/// Whether a person can simply decide it.
fn is_a_wish(change: &Change) -> bool {
    matches!(
        change,
        Change::Minutes { .. }
            | Change::DaysOnSite { .. }
            | Change::Country { .. }
            | Change::Contract { .. }
            | Change::PayFloor { .. }
            | Change::WithoutExclusion { .. }
    )
}
