use std::sync::Arc;

use crate::engine::Engine;
use crate::index::people::Layout;
use crate::prepare::Person;

/// Profiles ready to be searched for offers: an immutable value, cheap to clone, `Send` and `Sync`. See
/// [`OfferIndex::candidates`](crate::OfferIndex::candidates).
#[derive(Clone)]
pub struct ProfileIndex(pub(super) Arc<Inner>);

pub(super) struct Inner {
    engine: Engine,
    /// In the byte order of their ids, so that ties by row are ties by id.
    pub(super) people: Vec<Person>,
    /// Row → number in the list that was given.
    pub(super) numbers: Vec<usize>,
    /// `None` where the commute model is more than distance.
    pub(super) layout: Option<Layout>,
}

impl ProfileIndex {
    /// People prepared by this engine; others are prepared again.
    pub(crate) fn new(engine: &Engine, people: &[Person]) -> ProfileIndex {
        let numbers = by_id(people);
        let people: Vec<Person> = numbers.iter().map(|&number| people[number].of_engine(engine)).collect();
        let layout = Layout::new(&engine.0, &people);
        ProfileIndex(Arc::new(Inner { engine: engine.clone(), people, numbers, layout }))
    }

    /// The engine that prepared the profiles.
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// How many profiles there are.
    pub fn len(&self) -> usize {
        self.0.people.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the index needs of memory beyond the prepared profiles themselves.
    pub fn size_in_bytes(&self) -> usize {
        size_of_val(&*self.0.numbers) + self.0.layout.as_ref().map_or(0, Layout::size_in_bytes)
    }

    /// The same people in an index of this engine.
    pub(super) fn own(&self, engine: &Engine) -> ProfileIndex {
        if self.0.engine.fingerprint() == engine.fingerprint() {
            return self.clone();
        }
        let mut given = self.0.people.clone();
        for (row, &number) in self.0.numbers.iter().enumerate() {
            given[number] = self.0.people[row].clone();
        }
        ProfileIndex::new(engine, &given)
    }
}

impl std::fmt::Debug for ProfileIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ProfileIndex({} profiles)", self.len())
    }
}

/// Numbers of people in the byte order of their ids.
fn by_id(people: &[Person]) -> Vec<usize> {
    // Most ids differ in their first bytes, which lie here and not each in a place of its own.
    let first = |id: &str| {
        let mut bytes = [0; 16];
        let len = id.len().min(16);
        bytes[..len].copy_from_slice(&id.as_bytes()[..len]);
        u128::from_be_bytes(bytes)
    };
    let mut order: Vec<(u128, &str, usize)> =
        people.iter().enumerate().map(|(number, person)| (first(person.id()), person.id(), number)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, _, number)| number).collect()
}
