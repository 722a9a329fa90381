use super::record::{MatchRecord, Stamp};
use super::{OfferIndex, Query};
use crate::criteria::{Case, Filter, Verdict, commute};
use crate::explain::{self, Band, Explanation, Travel};
use crate::index::Counts;
use crate::model::Offer;
use crate::prepare::Person;
use crate::score::Scored;
use crate::units::{Day, Ratio, Score};

/// The answer to a [`Query`]: the best offers, best first. Iterating gives the [`Hit`]s.
#[derive(Clone)]
pub struct Answer {
    index: OfferIndex,
    person: Person,
    as_of: Option<Day>,
    pub(super) hits: Vec<Hit>,
    pub(super) uncertain: Vec<Hit>,
    pub(super) eligible: usize,
    pub(super) counts: Counts,
}

impl Answer {
    pub(super) fn new(index: OfferIndex, person: Person, as_of: Option<Day>) -> Answer {
        Answer { index, person, as_of, hits: Vec::new(), uncertain: Vec::new(), eligible: 0, counts: Counts::default() }
    }

    /// The best, best first.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The best of those about which too little is known, where [`Query::min_confidence`] asked for it.
    pub fn uncertain(&self) -> &[Hit] {
        &self.uncertain
    }

    /// How many offers no filter leaves out, before the cut.
    pub fn eligible(&self) -> usize {
        self.eligible
    }

    /// What the index looked at; nothing for an answer by [`OfferIndex::scan`].
    pub fn counts(&self) -> Counts {
        self.counts
    }

    pub(super) fn as_of(&self) -> Option<Day> {
        self.as_of
    }

    /// How many offers there are to choose from.
    pub fn considered(&self) -> usize {
        self.index.len()
    }

    /// The person as this engine understood her.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// What the answer depends on beside the person.
    pub fn stamp(&self) -> Stamp {
        Stamp::of(self.index.engine(), self.as_of)
    }

    /// Why nothing can be ranked yet: the fields to ask for, the most telling first. Empty where there is a ranking.
    pub fn questions(&self) -> Vec<&'static str> {
        if self.person.is_rankable() { Vec::new() } else { self.person.questions() }
    }

    /// Every hit explained, those of [`Answer::hits`] before those of [`Answer::uncertain`]: what [`Hit::explain`] says of each.
    ///
    /// Cost: less than one by one, for what several lines would change alike is looked at once.
    pub fn explanations(&self) -> Vec<Explanation> {
        let rows: Vec<usize> = self.hits.iter().chain(&self.uncertain).map(|hit| hit.row).collect();
        explain::explain_all(&self.index, &self.person, &rows, self.as_of)
    }

    /// The changes that would open offers that single limits keep out, by falling number of offers opened.
    ///
    /// Cost: one more look at every offer.
    pub fn relaxations(&self) -> Vec<explain::Opening> {
        explain::relaxations(&self.index, &self.person, self.as_of)
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Answer({} of {} eligible: {:?})", self.hits.len(), self.eligible, self.hits)
    }
}

impl IntoIterator for Answer {
    type Item = Hit;
    type IntoIter = std::vec::IntoIter<Hit>;

    fn into_iter(self) -> Self::IntoIter {
        self.hits.into_iter()
    }
}

impl<'a> IntoIterator for &'a Answer {
    type Item = &'a Hit;
    type IntoIter = std::slice::Iter<'a, Hit>;

    fn into_iter(self) -> Self::IntoIter {
        self.hits.iter()
    }
}

/// One offer of an [`Answer`].
#[derive(Clone)]
pub struct Hit {
    index: OfferIndex,
    person: Person,
    as_of: Option<Day>,
    row: usize,
    rank: usize,
    scored: Scored,
    confidence: Ratio,
    travel: Option<Travel>,
    unverified: Vec<Filter>,
}

impl Hit {
    pub(super) fn new(
        case: &Case<'_>,
        index: &OfferIndex,
        person: &Person,
        as_of: Option<Day>,
        rank: usize,
        scored: Scored,
    ) -> Hit {
        Hit {
            index: index.clone(),
            person: person.clone(),
            as_of,
            row: case.offer,
            rank,
            scored,
            confidence: explain::confidence(case),
            travel: Travel::of(case, commute::way(case)),
            unverified: Filter::ALL.into_iter().filter(|f| f.verdict(case) == Verdict::Unverified).collect(),
        }
    }

    /// The offer's identity: `source:id`, or the id where it has no source.
    pub fn id(&self) -> &str {
        &self.index.0.offers.ids[self.row]
    }

    /// The profile's id.
    pub fn profile(&self) -> &str {
        self.person.id()
    }

    /// The offer without its text.
    pub fn offer(&self) -> &Offer {
        &self.index.0.offers.raw[self.row]
    }

    /// Its place in the list, from 1.
    pub fn rank(&self) -> usize {
        self.rank
    }

    /// The score that is ranked by: the product over both sides.
    pub fn score(&self) -> Score {
        self.scored.score
    }

    /// How well the person meets the offer.
    pub fn fit(&self) -> Score {
        self.scored.fit
    }

    /// How well the offer meets the person.
    pub fn wish(&self) -> Score {
        self.scored.wish
    }

    /// The score in words.
    pub fn band(&self) -> Band {
        Band::of(self.scored.score, self.index.engine().settings())
    }

    /// The share of what is asked that was understood. It says how far to trust the score and never changes it.
    pub fn confidence(&self) -> Ratio {
        self.confidence
    }

    /// The way to work, where it is known.
    pub fn travel(&self) -> Option<&Travel> {
        self.travel.as_ref()
    }

    /// Limits that could not be checked because one side does not say enough.
    pub fn unverified(&self) -> &[Filter] {
        &self.unverified
    }

    /// Where every point went.
    pub fn explain(&self) -> Explanation {
        explain::explain(&self.index, &self.person, self.row, self.as_of)
    }

    /// The hit as it is written into files, with everything that the score depends on.
    pub fn record(&self) -> MatchRecord {
        MatchRecord {
            profile: self.person.id().to_owned(),
            offer: self.id().to_owned(),
            rank: self.rank,
            score: self.score(),
            fit: self.fit(),
            wish: self.wish(),
            band: self.band(),
            confidence: self.confidence,
            travel: self.travel.clone(),
            unverified: self.unverified.clone(),
            explanation: None,
            stamp: Stamp::of(self.index.engine(), self.as_of),
        }
    }

    /// What would change if the person were different; see [`OfferIndex::what_if`].
    pub fn query(&self) -> Query {
        Query::new(&self.person).as_of(self.as_of)
    }
}

impl std::fmt::Debug for Hit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hit({} {} {})", self.rank, self.id(), self.score())
    }
}
