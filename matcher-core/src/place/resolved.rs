use super::AreaId;
use crate::model::Country;
use crate::units::Point;
use crate::{Issue, Severity};

/// What [`Gazetteer::resolve`](super::Gazetteer::resolve) made of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// Exact coordinates or a municipality.
    Point {
        /// Where it is.
        at: Point,
        /// The municipality's name, or what the record says beside its coordinates.
        label: String,
        /// Its country; for bare coordinates that of the nearest place within 30 km.
        country: Option<Country>,
        /// What was assumed, where one of several readings was taken.
        note: Option<Issue>,
    },
    /// Somewhere within a department, a region or a country.
    Area {
        /// The area, for [`Gazetteer::area`](super::Gazetteer::area).
        id: AreaId,
        /// Its name.
        label: String,
        /// Its country.
        country: Option<Country>,
    },
    /// Several places of about the same weight: their labels, at most twelve, the most populous first.
    Ambiguous(Vec<String>),
    /// Nothing fits.
    NotFound {
        /// What was looked for, and whether it is a known area outside the gazetteer.
        cause: String,
    },
}

impl Resolved {
    /// What a reader of the record must be told: the note of a point, the candidates, or why nothing was found; `None`
    /// where the place was understood in the only way there is.
    pub fn issue(&self) -> Option<Issue> {
        match self {
            Resolved::Point { note, .. } => note.clone(),
            Resolved::Area { .. } => None,
            Resolved::Ambiguous(labels) => Some(
                Issue::new(
                    "place.ambiguous",
                    Severity::Warning,
                    format!("the place may be any of: {}", labels.join(", ")),
                )
                .action("Add the postal code, the municipality's code or the country."),
            ),
            Resolved::NotFound { cause } => Some(
                Issue::new("place.not-found", Severity::Warning, cause.clone())
                    .action("Correct it, give coordinates, or load a gazetteer that holds it."),
            ),
        }
    }
}
