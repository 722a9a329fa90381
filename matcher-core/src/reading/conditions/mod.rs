//! Conditions of work: what people refuse, and how advertisements say it.

mod excluded;
mod found;
mod table;

pub use excluded::{Refused, refused};
pub use found::{Conditions, conditions};

/// A condition of work that people refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Condition {
    /// Work at night.
    Night,
    /// Shifts in turn: 2x8, 3x8, Wechselschicht.
    Shifts,
    /// Work on Saturdays or Sundays.
    Weekend,
    /// Work on Sundays.
    Sunday,
    /// On-call duty: astreintes, Rufbereitschaft.
    OnCall,
    /// Split hours: coupures, geteilter Dienst.
    SplitHours,
    /// Travelling for work, ever so seldom.
    Travel,
    /// Travelling for work often.
    FrequentTravel,
    /// Leading a team.
    Team,
    /// Selling and prospecting.
    Selling,
    /// Selling from door to door.
    DoorToDoor,
    /// Work on the telephone: call centres.
    Telephone,
    /// Carrying heavy loads.
    HeavyLoads,
    /// Work outdoors.
    Outdoors,
    /// Work at a height.
    Height,
    /// Work in the cold.
    Cold,
    /// Part-time work.
    PartTime,
    /// All of the work from home.
    FullRemote,
    /// Work for a firm that lends its people to clients: ESN, consultancy.
    Consultancy,
}

impl Condition {
    /// All, in the order of their declaration.
    pub const ALL: [Condition; 19] = [
        Condition::Night,
        Condition::Shifts,
        Condition::Weekend,
        Condition::Sunday,
        Condition::OnCall,
        Condition::SplitHours,
        Condition::Travel,
        Condition::FrequentTravel,
        Condition::Team,
        Condition::Selling,
        Condition::DoorToDoor,
        Condition::Telephone,
        Condition::HeavyLoads,
        Condition::Outdoors,
        Condition::Height,
        Condition::Cold,
        Condition::PartTime,
        Condition::FullRemote,
        Condition::Consultancy,
    ];

    /// Whether the words for it are so sure that a person who excludes it is not shown an offer that states it. Read in 675
    /// real advertisements, their finds were right; the words for the others (travel, selling, consultancy…) are of degree, or
    /// stand in texts for what the firm does besides, and count as unwished only.
    pub const fn is_sure(self) -> bool {
        use Condition::{DoorToDoor, FullRemote, Night, OnCall, PartTime, Shifts, Team};
        matches!(self, DoorToDoor | FullRemote | Night | OnCall | PartTime | Shifts | Team)
    }

    /// The name used in files and messages: `on-call`.
    pub const fn name(self) -> &'static str {
        match self {
            Condition::Night => "night",
            Condition::Shifts => "shifts",
            Condition::Weekend => "weekend",
            Condition::Sunday => "sunday",
            Condition::OnCall => "on-call",
            Condition::SplitHours => "split-hours",
            Condition::Travel => "travel",
            Condition::FrequentTravel => "frequent-travel",
            Condition::Team => "team",
            Condition::Selling => "selling",
            Condition::DoorToDoor => "door-to-door",
            Condition::Telephone => "telephone",
            Condition::HeavyLoads => "heavy-loads",
            Condition::Outdoors => "outdoors",
            Condition::Height => "height",
            Condition::Cold => "cold",
            Condition::PartTime => "part-time",
            Condition::FullRemote => "full-remote",
            Condition::Consultancy => "consultancy",
        }
    }
}
