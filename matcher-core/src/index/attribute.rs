use super::classes::Classes;
use super::upper::Upper;
use crate::criteria::{BuiltIn, Case, Filter, Verdict};
use crate::model::Ask;
use crate::prepare::{AskedLevel, Columns, Person};

/// Something that an offer says and that filters and criteria read: offers that say the same of it are judged alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// Kind of contract and working time.
    Conditions,
    Days,
    Licences,
    Education,
    Languages,
    Start,
    Pay,
    Dates,
}

impl Attribute {
    /// Those that few values occur of first.
    pub(super) const ALL: [Attribute; 8] = [
        Attribute::Conditions,
        Attribute::Days,
        Attribute::Licences,
        Attribute::Education,
        Attribute::Languages,
        Attribute::Start,
        Attribute::Pay,
        Attribute::Dates,
    ];

    /// Offers that say the same of it.
    pub(super) fn classes(self, offers: &Columns) -> Classes {
        let hours = |row: usize| offers.hours[row].map(|hours| (hours.min, hours.max));
        let len = offers.len();
        match self {
            Attribute::Conditions => Classes::by(len, |row| (offers.contract[row], hours(row))),
            Attribute::Days => Classes::by(len, |row| offers.on_site_days[row]),
            Attribute::Licences => Classes::by(len, |row| match &offers.licences[row] {
                Ask::NotAsked => (0, None),
                Ask::Unknown => (1, None),
                Ask::Known(list) => (2, Some(list)),
            }),
            Attribute::Education => Classes::by(len, |row| match offers.education[row] {
                AskedLevel::Nothing => (0, None),
                AskedLevel::Unknown => (1, None),
                AskedLevel::At { eqf, must } => (2, Some((eqf, must))),
            }),
            Attribute::Languages => Classes::by(len, |row| {
                let asked = offers.languages.row(row).iter().map(|asked| (asked.language, asked.level, asked.must));
                (offers.languages_unknown[row], asked.collect::<Vec<_>>())
            }),
            Attribute::Start => Classes::by(len, |row| offers.start[row]),
            // Pay by the hour is compared at the hours of the offer.
            Attribute::Pay => Classes::by(len, |row| (offers.pay[row], hours(row).map(|(_, max)| max))),
            Attribute::Dates => Classes::by(len, |row| offers.valid[row]),
        }
    }

    /// People of whom the same is true as far as it is asked: an offer is judged alike for all of a class.
    pub(super) fn classes_of_people(self, people: &[Person]) -> Classes {
        let len = people.len();
        let person = |row: usize| &*people[row].0;
        let raw = |row: usize| &person(row).raw;
        match self {
            Attribute::Conditions => Classes::by(len, |row| {
                let hours = raw(row).hours.map(|hours| (hours.min, hours.max));
                (&raw(row).contracts, hours, person(row).unwished.is_empty())
            }),
            Attribute::Days => Classes::by(len, |row| raw(row).commute.days_on_site),
            Attribute::Licences => Classes::by(len, |row| &person(row).licences),
            Attribute::Education => Classes::by(len, |row| raw(row).education.as_ref().map(|education| education.eqf)),
            Attribute::Languages => Classes::by(len, |row| {
                let claims = raw(row).languages.as_ref();
                claims.map(|claims| claims.iter().map(|claim| (claim.language, claim.level)).collect::<Vec<_>>())
            }),
            Attribute::Start => Classes::by(len, |row| raw(row).available_from),
            Attribute::Pay => Classes::by(len, |row| {
                let floor = person(row).floor.as_ref().map(|floor| (floor.min, floor.max, floor.period));
                (raw(row).pay.is_some(), floor)
            }),
            // The day of the question is the same for all.
            Attribute::Dates => Classes::by(len, |_| ()),
        }
    }

    const fn filter(self) -> Option<Filter> {
        match self {
            Attribute::Conditions => Some(Filter::Contract),
            Attribute::Days => Some(Filter::DaysOnSite),
            Attribute::Licences => Some(Filter::Licences),
            Attribute::Education => Some(Filter::Education),
            Attribute::Languages => Some(Filter::Languages),
            Attribute::Start => None,
            Attribute::Pay => Some(Filter::Pay),
            Attribute::Dates => Some(Filter::Dates),
        }
    }

    const fn criterion(self) -> Option<BuiltIn> {
        match self {
            Attribute::Conditions => Some(BuiltIn::Conditions),
            Attribute::Education => Some(BuiltIn::Education),
            Attribute::Languages => Some(BuiltIn::Languages),
            Attribute::Start => Some(BuiltIn::Availability),
            Attribute::Pay => Some(BuiltIn::Pay),
            Attribute::Days | Attribute::Licences | Attribute::Dates => None,
        }
    }

    /// What it leaves of the score for an offer that says the same as this one; [`Upper::OUT`] where its filter keeps the
    /// offer out. The filters are all that are active, their order is of no account.
    pub(super) fn judge(self, case: &Case<'_>) -> Upper {
        if self.filter().is_some_and(|filter| case.active.has(filter) && filter.verdict(case) == Verdict::Fail) {
            return Upper::OUT;
        }
        match self.criterion() {
            // What a person would rather not have is said by more than contract and hours.
            Some(BuiltIn::Conditions) if !case.person.unwished.is_empty() => Upper::ONE,
            Some(criterion) => kept(case, criterion),
            None => Upper::ONE,
        }
    }
}

/// All attributes in two parts.
pub(super) struct Parted {
    /// Those that make a run, for few values occur of them, with their classes together.
    pub(super) first: (Vec<Attribute>, Classes),
    /// Each of the first → class together → its own class.
    pub(super) own: Vec<Vec<u32>>,
    /// The others.
    pub(super) rest: Vec<(Attribute, Classes)>,
}

/// Parts the attributes by how many `classes` each makes.
pub(super) fn parted(classes: impl Fn(Attribute) -> Classes) -> Parted {
    let [head, tail @ ..] = Attribute::ALL;
    let mut first = (vec![head], classes(head));
    let mut each = vec![first.1.of.clone()];
    let mut rest = Vec::new();
    for attribute in tail {
        let own = classes(attribute);
        let joined = first.1.and(&own);
        if joined.len() <= FIRST_CLASSES {
            first.0.push(attribute);
            first.1 = joined;
            each.push(own.of);
        } else {
            rest.push((attribute, own));
        }
    }
    let of_examples = |own: Vec<u32>| first.1.examples.iter().map(|&example| own[example as usize]).collect();
    Parted { own: each.into_iter().map(of_examples).collect(), first, rest }
}

/// A run has one value of the attributes that few values occur of: at most so many together.
const FIRST_CLASSES: usize = 128;

/// What a criterion leaves of the score.
pub(super) fn kept(case: &Case<'_>, criterion: BuiltIn) -> Upper {
    match criterion.weight(&case.engine.settings.weights) {
        weight if weight.parts() == 0 => Upper::ONE,
        weight => Upper::ONE.weighed(weight, criterion.deficit(case).ratio()),
    }
}
