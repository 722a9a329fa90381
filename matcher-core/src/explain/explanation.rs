use serde::{Deserialize, Serialize};

use super::names::Names;
use super::{Band, Line, Travel, confidence};
use crate::criteria::{self, BuiltIn, Case, Filter, Side, Slot, State, Verdict};
use crate::prepare::Person;
use crate::rank::{OfferIndex, Stamp};
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
    let mut explanation = index.with_case(person, as_of, row, |case| of_case(case, index, as_of));
    let before = explanation.score.get();
    for line in explanation.criteria.iter_mut().flat_map(|part| &mut part.lines) {
        let Some(change) = line.change.as_ref().filter(|_| line.lost > 0) else { continue };
        if let Ok(changed) = index.engine().prepare(&change.apply(person.profile())) {
            let rescore = |case: &Case<'_>| score::score(case, &mut Scratch::default()).score.get();
            line.gain = Some(index.with_case(&changed, as_of, row, rescore).saturating_sub(before));
        }
    }
    explanation
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
