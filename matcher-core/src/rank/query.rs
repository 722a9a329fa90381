use super::Rotation;
use super::group::Group;
use super::index::has_tags;
use crate::browse::{Rows, Selection};
use crate::model::Tags;
use crate::prepare::Person;
use crate::units::{Day, Ratio, Score};

/// What to look for: a person, and how. A person alone is a query for the first ten.
#[derive(Clone, Debug)]
pub struct Query {
    pub(crate) person: Person,
    pub(crate) k: usize,
    pub(crate) as_of: Option<Day>,
    pub(crate) min_score: Score,
    pub(crate) min_confidence: Ratio,
    pub(crate) tags: Tags,
    pub(crate) selection: Selection,
    pub(crate) one_per: Option<Group>,
    pub(crate) rotation: Option<Rotation>,
}

impl Query {
    /// The first ten for this person.
    pub fn new(person: &Person) -> Query {
        Query {
            person: person.clone(),
            k: 10,
            as_of: None,
            min_score: Score::default(),
            min_confidence: Ratio::ZERO,
            tags: Tags::new(),
            selection: Selection::new(),
            one_per: None,
            rotation: None,
        }
    }

    /// The first `k`.
    #[must_use]
    pub fn k(mut self, k: usize) -> Query {
        self.k = k;
        self
    }

    /// On this day: offers past their date are left out. Without a day no date is looked at.
    #[must_use]
    pub fn as_of(mut self, day: impl Into<Option<Day>>) -> Query {
        self.as_of = day.into();
        self
    }

    /// Only matches of at least this score.
    #[must_use]
    pub fn min_score(mut self, score: Score) -> Query {
        self.min_score = score;
        self
    }

    /// Matches of which less than this share of what is asked was understood go into [`Answer::uncertain`], a list of
    /// their own.
    ///
    /// [`Answer::uncertain`]: crate::Answer::uncertain
    #[must_use]
    pub fn min_confidence(mut self, confidence: Ratio) -> Query {
        self.min_confidence = confidence;
        self
    }

    /// Only offers that carry this mark.
    #[must_use]
    pub fn tag(mut self, key: &str, value: &str) -> Query {
        self.tags.entry(key.to_owned()).or_default().push(value.to_owned());
        self
    }

    /// Only offers of this selection: a keyword box, chosen facets.
    #[must_use]
    pub fn select(mut self, selection: Selection) -> Query {
        self.selection = selection;
        self
    }

    /// Only the best offer of each group; the cut counts groups.
    #[must_use]
    pub fn one_per(mut self, group: Group) -> Query {
        self.one_per = Some(group);
        self
    }

    /// Lets offers that are about as good take turns, in place of the order by score.
    #[must_use]
    pub fn rotate(mut self, rotation: Rotation) -> Query {
        self.rotation = Some(rotation);
        self
    }

    /// Whether the query looks at every offer.
    pub(crate) fn is_open(&self) -> bool {
        self.tags.is_empty() && self.selection.is_everything()
    }

    /// Whether the query looks at this offer at all.
    pub(crate) fn looks_at(&self, offers: &dyn Rows, row: usize) -> bool {
        has_tags(offers.offer(row), &self.tags) && self.selection.admits(offers, row)
    }
}

impl From<&Person> for Query {
    fn from(person: &Person) -> Query {
        Query::new(person)
    }
}
