use std::sync::{Arc, OnceLock};

use super::answer::Answer;
use super::group::Group;
use super::lists::Lists;
use super::{Lens, Query, SearchScratch};
use crate::browse::FacetTable;
use crate::criteria::{self, Case};
use crate::engine::Engine;
use crate::explain::{self, Explanation, WhyNot};
use crate::index::{self, Layout};
use crate::model::{Offer, Tags};
use crate::prepare::{Columns, Person};
use crate::units::Score;
use crate::{Error, score};

/// Offers ready to be matched: an immutable value, cheap to clone, `Send` and `Sync`.
#[derive(Clone)]
pub struct OfferIndex(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) engine: Engine,
    pub(crate) offers: Columns,
    pub(crate) layout: Layout,
    /// Row → group, for each kind of group; made when one is first asked for.
    groups: [OnceLock<Vec<u32>>; Group::ALL.len()],
    /// Made when facets are first asked for.
    pub(crate) facets: OnceLock<FacetTable>,
}

impl OfferIndex {
    pub(crate) fn new(engine: Engine, offers: Columns) -> OfferIndex {
        let layout = Layout::new(&offers, engine.0.taxonomy.0.skills.len());
        OfferIndex(Arc::new(Inner { engine, offers, layout, groups: Default::default(), facets: OnceLock::new() }))
    }

    /// The engine that prepared the offers.
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// How many offers there are.
    pub fn len(&self) -> usize {
        self.0.offers.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the index needs of memory beyond the prepared offers themselves.
    pub fn size_in_bytes(&self) -> usize {
        self.0.layout.size_in_bytes()
    }

    /// Whether an offer with this identity (`source:id`, or the id where it has no source) is in the index.
    pub fn contains(&self, id: &str) -> bool {
        self.0.offers.find(id).is_some()
    }

    /// The offer without its text.
    pub fn get(&self, id: &str) -> Option<&Offer> {
        self.0.offers.find(id).map(|row| &self.0.offers.raw[row])
    }

    /// The place of an offer in [`OfferIndex::iter`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.0.offers.find(id)
    }

    /// Every offer without its text, rising by identity.
    pub fn iter(&self) -> impl Iterator<Item = &Offer> {
        self.0.offers.raw.iter()
    }

    /// The best offers for a person: those that no filter leaves out, by falling score, then by identity. A person of
    /// whom only a place is known gets questions instead: [`Answer::questions`].
    ///
    /// The answer is that of [`OfferIndex::scan`]. A person prepared by another engine is prepared again.
    pub fn top(&self, query: impl Into<Query>) -> Answer {
        SearchScratch::lent(|scratch| self.top_with(&query.into(), scratch))
    }

    pub(crate) fn top_with(&self, query: &Query, scratch: &mut SearchScratch) -> Answer {
        let person = self.own(&query.person);
        let mut answer = Answer::new(self.clone(), person.clone(), query.as_of);
        if !person.is_rankable() {
            return answer;
        }
        let Inner { engine, offers, layout, .. } = &*self.0;
        let SearchScratch { reach, touched, pair, index } = scratch;
        let lens = Lens::new(&engine.0, offers, &person.0, query.as_of, reach, touched);
        index::sweep(layout, &lens, index);
        let looks_at = |row: usize| query.looks_at(&*self.0, row);
        index::admit(layout, &lens, index, if query.is_open() { None } else { Some(&looks_at) });
        answer.eligible = index.eligible();
        if query.k > 0 {
            let mut lists = Lists::new(query, self);
            index::look_at_titles(layout, &lens, index);
            index::best_first(layout, &lens, index, (lists.least(), query.k), |row| {
                lists.look_at(&lens.case(row), pair);
                lists.least()
            });
            lists.into_hits(&lens, self, &mut answer);
        }
        answer.counts = index.counts;
        answer
    }

    /// The same answer from a look at every offer: slow and obviously right, what [`OfferIndex::top`] is held against.
    pub fn scan(&self, query: impl Into<Query>) -> Answer {
        SearchScratch::lent(|scratch| self.scan_with(&query.into(), scratch))
    }

    pub(crate) fn scan_with(&self, query: &Query, scratch: &mut SearchScratch) -> Answer {
        let person = self.own(&query.person);
        let mut answer = Answer::new(self.clone(), person.clone(), query.as_of);
        if !person.is_rankable() {
            return answer;
        }
        let offers = &self.0.offers;
        let SearchScratch { reach, touched, pair, .. } = scratch;
        let lens = Lens::new(&self.0.engine.0, offers, &person.0, query.as_of, reach, touched);
        let mut lists = Lists::new(query, self);
        for row in 0..offers.len() {
            let case = lens.case(row);
            if query.looks_at(&*self.0, row) && criteria::passes(&case) {
                answer.eligible += 1;
                lists.look_at(&case, pair);
            }
        }
        lists.into_hits(&lens, self, &mut answer);
        answer
    }

    /// The explanation of one pair, shown or not: every point lost, and what would bring it back.
    ///
    /// # Errors
    /// `call.unknown-offer`.
    ///
    /// Cost: the pair is scored once more for each line that something could improve.
    pub fn explain(&self, query: impl Into<Query>, offer: &str) -> Result<Explanation, Error> {
        let query = query.into();
        let row = self.row(offer)?;
        Ok(explain::explain(self, &self.own(&query.person), row, query.as_of))
    }

    /// Why an offer is not shown to a person: every limit it breaks, by how much, and the smallest change that would
    /// bring it in. An offer that is shown has no reason.
    ///
    /// # Errors
    /// `call.unknown-offer`.
    pub fn why_not(&self, query: impl Into<Query>, offer: &str) -> Result<WhyNot, Error> {
        let query = query.into();
        let row = self.row(offer)?;
        Ok(explain::why_not(self, &self.own(&query.person), row, query.as_of))
    }

    pub(super) fn groups(&self, group: Group) -> &[u32] {
        self.0.groups[group as usize].get_or_init(|| group.numbers(&self.0.offers))
    }

    pub(crate) fn row(&self, offer: &str) -> Result<usize, Error> {
        self.0.offers.find(offer).ok_or_else(|| {
            Error::new(
                "call.unknown-offer",
                format!("there is no offer {offer}; its id is `source:id` where it has a source"),
            )
        })
    }

    /// The person as this index's engine prepares her.
    pub(crate) fn own(&self, person: &Person) -> Person {
        person.of_engine(&self.0.engine)
    }

    /// Looks at one pair.
    pub(crate) fn with_case<R>(
        &self,
        person: &Person,
        as_of: Option<crate::units::Day>,
        row: usize,
        look: impl FnOnce(&Case<'_>) -> R,
    ) -> R {
        let (engine, offers) = (&*self.0.engine.0, &self.0.offers);
        SearchScratch::lent(|SearchScratch { reach, touched, .. }| {
            look(&Lens::new(engine, offers, &person.0, as_of, reach, touched).case(row))
        })
    }

    /// The score of one pair, whether or not it is shown.
    ///
    /// # Errors
    /// `call.unknown-offer`.
    pub fn score(&self, query: impl Into<Query>, offer: &str) -> Result<Score, Error> {
        let query = query.into();
        let row = self.row(offer)?;
        let scored = |case: &Case<'_>| score::score(case, &mut score::Scratch::default()).score;
        Ok(self.with_case(&self.own(&query.person), query.as_of, row, scored))
    }
}

impl std::fmt::Debug for OfferIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OfferIndex({} offers)", self.len())
    }
}

/// Whether the offer has one of the values asked for every key.
pub(crate) fn has_tags(offer: &Offer, asked: &Tags) -> bool {
    asked.iter().all(|(key, values)| offer.tags.get(key).is_some_and(|own| own.iter().any(|v| values.contains(v))))
}
