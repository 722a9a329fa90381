use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::names::Names;
use super::{Band, Line, Travel, confidence};
use crate::change::Change;
use crate::criteria::{self, BuiltIn, Case, Filter, Side, Slot, State, Verdict};
use crate::prepare::{Columns, Person};
use crate::rank::{Lens, OfferIndex, SearchScratch, Stamp};
use crate::score::{self, Scratch, shares::apportion};
use crate::units::{Day, Ratio, Score};

/// Where every point of one pair went: a tree of message keys and whole numbers, put into words by
/// [`phrases`](crate::phrases).
///
/// The losses of the criteria sum to 100 points minus the score, those of the lines to their criterion's, exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// The profile's id.
    pub profile: String,
    /// The offer's identity.
    pub offer: String,
    /// The offer's title.
    pub title: String,
    /// What is ranked by.
    pub score: Score,
    /// How well the person meets the offer.
    pub fit: Score,
    /// How well the offer meets the person.
    pub wish: Score,
    /// The score in words.
    pub band: Band,
    /// Share of what is asked that was understood.
    pub confidence: Ratio,
    /// Share of the skills asked by origin: listed, spotted in the text, implied by the occupation, not understood.
    pub origins: [Ratio; 4],
    /// The way to work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel: Option<Travel>,
    /// One part for each criterion that asks something, by falling loss, then by id.
    pub criteria: Vec<Part>,
    /// Limits that could not be checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<Filter>,
    /// What the score depends on beside the pair.
    pub stamp: Stamp,
    /// Names the concepts when the explanation is displayed.
    #[serde(skip)]
    pub(crate) names: Names,
}

/// What one criterion takes, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// The criterion's id.
    pub criterion: String,
    /// Whose interest it stands for.
    pub side: Side,
    /// Whether it could be judged.
    pub state: State,
    /// Ten-thousandths of a point.
    pub lost: u32,
    /// The reasons.
    pub lines: Vec<Line>,
}

/// Explains a pair, and scores it again for what each line would bring.
pub(crate) fn explain(index: &OfferIndex, person: &Person, row: usize, as_of: Option<Day>) -> Explanation {
    let mut one = explain_all(index, person, &[row], as_of);
    one.swap_remove(0)
}

/// Explains several pairs of one person. What many lines would change alike is prepared once, and of the offers only these are
/// looked at.
pub(crate) fn explain_all(index: &OfferIndex, person: &Person, rows: &[usize], as_of: Option<Day>) -> Vec<Explanation> {
    let rows: Vec<(usize, usize)> = rows.iter().map(|&row| (0, row)).collect();
    let offers = Columns::gathered(&[&index.0.offers], &rows);
    SearchScratch::lent(|scratch| explained(index, &offers, person, as_of, scratch))
}

/// Explains all of these offers.
fn explained(
    index: &OfferIndex,
    offers: &Columns,
    person: &Person,
    as_of: Option<Day>,
    scratch: &mut SearchScratch,
) -> Vec<Explanation> {
    let rows = 0..offers.len();
    let mut explanations = Vec::with_capacity(rows.len());
    looking(index, offers, person, as_of, scratch, |lens, _| {
        explanations.extend(rows.map(|row| of_case(&lens.case(row), index, as_of)));
    });
    let mut changes: Vec<(Change, BTreeSet<usize>)> = Vec::new();
    for (row, explanation) in explanations.iter().enumerate() {
        for change in explanation.criteria.iter().flat_map(|part| &part.lines).filter_map(improved_by) {
            match changes.iter_mut().find(|(known, _)| known == change) {
                Some((_, rows)) => drop(rows.insert(row)),
                None => changes.push((change.clone(), BTreeSet::from([row]))),
            }
        }
    }
    for (change, rows) in changes {
        let Ok(changed) = person.changed(&index.engine().0, &change.apply(person.profile())) else { continue };
        looking(index, offers, &changed, as_of, scratch, |lens, pair| {
            for row in rows {
                let after = score::score(&lens.case(row), pair).score.get();
                let explanation = &mut explanations[row];
                let gain = after.saturating_sub(explanation.score.get());
                let lines = explanation.criteria.iter_mut().flat_map(|part| &mut part.lines);
                lines.filter(|line| improved_by(line) == Some(&change)).for_each(|line| line.gain = Some(gain));
            }
        });
    }
    explanations
}

/// What would bring back what the line takes.
fn improved_by(line: &Line) -> Option<&Change> {
    line.change.as_ref().filter(|_| line.lost > 0)
}

/// One person looking at some offers.
fn looking(
    index: &OfferIndex,
    offers: &Columns,
    person: &Person,
    as_of: Option<Day>,
    scratch: &mut SearchScratch,
    look: impl FnOnce(&Lens<'_>, &mut Scratch),
) {
    let SearchScratch { reach, touched, pair, .. } = scratch;
    look(&Lens::new(&index.engine().0, offers, &person.0, as_of, reach, touched), pair);
}

fn of_case(case: &Case<'_>, index: &OfferIndex, as_of: Option<Day>) -> Explanation {
    let scratch = &mut Scratch::default();
    let scored = score::score(case, scratch);
    let losses: Vec<u64> =
        case.engine.slots.iter().map(|&slot| u64::from(score::loss_of(case, slot, scratch))).collect();
    let points = apportion(u64::from(Score::MAX.get() - scored.score.get()), &losses);
    let mut criteria: Vec<Part> = Vec::new();
    for (&slot, lost) in case.engine.slots.iter().zip(points) {
        let (criterion, state, mut lines) = part(case, slot, scratch);
        let parts: Vec<u64> = lines.iter().map(|line| line.parts).collect();
        for (line, lost) in lines.iter_mut().zip(apportion(lost, &parts)) {
            line.lost = lost as u32;
            // Spent: an explanation is equal to itself read back from a file, which has no parts.
            line.parts = 0;
        }
        if state != State::NotAsked {
            lines.sort_by_key(|line| std::cmp::Reverse(line.lost));
            criteria.push(Part { criterion, side: score::side_of(case, slot), state, lost: lost as u32, lines });
        }
    }
    criteria.sort_by_key(|part| std::cmp::Reverse(part.lost));
    let origins = criteria::skills::shares_by_origin(case.offers.demands.row(case.offer));
    Explanation {
        profile: case.person.raw.id.clone(),
        offer: case.offers.ids[case.offer].to_string(),
        title: case.offers.raw[case.offer].title.clone(),
        score: scored.score,
        fit: scored.fit,
        wish: scored.wish,
        band: Band::of(scored.score, &case.engine.settings),
        confidence: confidence(case),
        origins: origins.map(Ratio::from_parts),
        travel: Travel::of(case, criteria::commute::way(case)),
        criteria,
        unverified: Filter::ALL.into_iter().filter(|f| f.verdict(case) == Verdict::Unverified).collect(),
        stamp: Stamp::of(index.engine(), as_of),
        names: Names::of(index.engine().taxonomy()),
    }
}

/// A criterion's id, state and lines; at least one line where it takes anything.
fn part(case: &Case<'_>, slot: Slot, scratch: &mut Scratch) -> (String, State, Vec<Line>) {
    let (id, state, mut lines) = match slot {
        Slot::BuiltIn(BuiltIn::Skills) => (BuiltIn::Skills.id(), State::Known, criteria::skills::lines(case, scratch)),
        Slot::BuiltIn(criterion) => {
            let lines = match criterion {
                BuiltIn::Availability => criteria::availability::lines(case),
                BuiltIn::Commute => criteria::commute::lines(case),
                BuiltIn::Conditions => criteria::conditions::lines(case),
                BuiltIn::Education => criteria::education::lines(case),
                BuiltIn::Languages => criteria::languages::lines(case),
                BuiltIn::Occupation => criteria::occupation::lines(case),
                BuiltIn::Pay => criteria::pay::lines(case),
                BuiltIn::Tasks => criteria::tasks::lines(case),
                BuiltIn::Wish => criteria::wish::lines(case),
                BuiltIn::Skills => Vec::new(),
            };
            (criterion.id(), criterion.deficit(case).state(), lines)
        }
        Slot::Host(number) => {
            let criterion = &case.engine.host[number];
            let pair = criteria::pair(case);
            (criterion.id(), criterion.deficit(&pair).state(), criterion.lines(&pair))
        }
    };
    // A criterion that takes something says so, whatever its lines claim to weigh.
    if lines.iter().all(|line| line.parts == 0) {
        lines.first_mut().into_iter().for_each(|line| line.parts = 1);
        if lines.is_empty() {
            lines.push(Line::new("criterion.lost").word("criterion", format!("criterion.{id}")));
        }
    }
    (id.to_owned(), state, lines)
}
