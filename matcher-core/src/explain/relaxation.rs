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
use crate::settings::Guard;
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
    let mut opened: BTreeMap<String, (Change, Vec<usize>)> = BTreeMap::new();
    for row in 0..offers.len() {
        let case = lens.case(row);
        if case.engine.host.iter().any(|host| host.verdict(&criteria::pair(&case)) == Verdict::Fail) {
            continue;
        }
        let mut broken: Vec<Filter> =
            Filter::ALL.into_iter().filter(|filter| filter.verdict(&case) == Verdict::Fail).collect();
        // What lies beyond the longer way is not opened by it.
        if broken.contains(&Filter::Commute) {
            continue;
        }
        if let (Some(limit), Way::Known { minutes, .. }) = (limit, criteria::commute::way(&case))
            && minutes > limit
            && Filter::Commute.guard(&engine.settings.filters) != Guard::Off
        {
            broken.push(Filter::Commute);
        }
        let [filter] = broken[..] else { continue };
        let change = match (filter, further) {
            (Filter::Commute, Some(minutes)) => Some(Change::Minutes { minutes }),
            _ => why_not::line(&case, filter).change,
        };
        let Some(change) = change.filter(is_a_wish) else { continue };
        opened.entry(format!("{change:?}")).or_insert((change, Vec::new())).1.push(row);
    }
    let count = |(change, rows): (Change, Vec<usize>)| {
        let offers = if matches!(change, Change::Country { .. }) {
            within_reach(index, person, as_of, &change, &rows)
        } else {
            rows.len()
        };
        Opening { change, offers }
    };
    let mut all: Vec<Opening> = opened.into_values().map(count).filter(|opening| opening.offers > 0).collect();
    all.sort_by(|a, b| b.offers.cmp(&a.offers).then_with(|| format!("{:?}", a.change).cmp(&format!("{:?}", b.change))));
    all
}

/// How many of the offers are shown after the change: in a country that was out of the question no distance was looked at.
fn within_reach(index: &OfferIndex, person: &Person, as_of: Option<Day>, change: &Change, rows: &[usize]) -> usize {
    let Ok(changed) = person.changed(&index.engine().0, &change.apply(person.profile())) else { return 0 };
    let (mut reach, mut touched) = (ReachScratch::default(), Touched::default());
    let lens = Lens::new(&index.0.engine.0, &index.0.offers, &changed.0, as_of, &mut reach, &mut touched);
    rows.iter().filter(|&&row| criteria::passes(&lens.case(row))).count()
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
