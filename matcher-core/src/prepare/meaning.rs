use crate::taxonomy::Taxonomy;
use crate::words::Vector;

/// What a title means, as far as the taxonomy's table tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// That of the title as it is written; where there is none, or nothing in it is known, that of the occupation.
    pub(crate) vector: Vector,
    /// The vector is that of a title as written.
    pub(crate) written: bool,
}

impl Meaning {
    /// Of a title that says no more than the job, or of an occupation without one. Nothing where the taxonomy has no table.
    pub(super) fn of(taxonomy: &Taxonomy, title: &str, occupation: Option<u32>) -> Meaning {
        let Some(words) = taxonomy.words() else { return Meaning::default() };
        let written = words.vector(title);
        if !written.is_zero() {
            return Meaning { vector: written, written: true };
        }
        let concept = occupation.and_then(|occupation| words.occupations.labels.get(occupation as usize));
        Meaning { vector: concept.copied().unwrap_or_default(), written: false }
    }

    /// Whether nothing is known.
    pub(crate) fn is_nothing(&self) -> bool {
        self.vector.is_zero()
    }
}
