use std::sync::Arc;

use super::exclusions::{self, Excluded, Unwished};
use super::skills::{self, Have};
use super::{Lender, Loan, Past, Statement, licences, loans, occupations, statements, wishes};
use crate::engine::{Engine, Parts};
use crate::issue::{Issue, Severity};
use crate::model::{Country, PastOccupation, Pay, PlaceRef, Profile, Wish};
use crate::place::Resolved;
use crate::taxonomy::Taxonomy;
use crate::units::{Cents, Currency, Fingerprint, Minutes, Point, Ratio};
use crate::{Error, text};

/// A profile prepared by one engine: what it names is understood, as far as it can be. Cheap to clone.
#[derive(Clone)]
pub struct Person(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) engine: Fingerprint,
    pub(crate) raw: Profile,
    pub(crate) issues: Vec<Issue>,
    /// Rising by skill.
    pub(crate) have: Vec<Have>,
    /// Rising by skill.
    pub(crate) lenders: Vec<Lender>,
    /// Rising by the skill lent to, then by lender.
    pub(crate) loans: Vec<Loan>,
    /// What she meets on average of what the taxonomy's occupations ask: the credit of a requirement not understood.
    pub(crate) ordinary: Ratio,
    pub(crate) past: Vec<Past>,
    pub(crate) wishes: Vec<Past>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) home: Option<Home>,
    pub(crate) licences: Option<Vec<String>>,
    pub(crate) exclusions: Vec<Excluded>,
    /// What she would rather not have.
    pub(crate) unwished: Vec<Unwished>,
    /// The least pay accepted, in euro, for the period that it was stated for: pay by the hour is compared at the hours of
    /// each offer, so that wanting more hours never raises it.
    pub(crate) floor: Option<Pay>,
}

/// Where a person lives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Home {
    pub(crate) at: Point,
    pub(crate) label: String,
    pub(crate) country: Option<Country>,
}

impl Person {
    pub(crate) fn prepare(engine: &Parts, raw: &Profile) -> Result<Person, Error> {
        Person::beside(engine, raw, None)
    }

    /// The same person with another profile. What stands in both is understood already, and its issues are not told again.
    pub(crate) fn changed(&self, engine: &Parts, raw: &Profile) -> Result<Person, Error> {
        Person::beside(engine, raw, Some(&*self.0).filter(|known| known.engine == engine.fingerprints.all))
    }

    fn beside(engine: &Parts, raw: &Profile, known: Option<&Inner>) -> Result<Person, Error> {
        if raw.id.is_empty() {
            return Err(Error::new("profile.no-id", "the profile has no id; give it one").at("/id"));
        }
        let taxonomy = &engine.taxonomy;
        let issues = &mut Vec::new();
        let same_past = known.filter(|known| known.raw.occupations == raw.occupations);
        let past = same_past.map_or_else(|| past(taxonomy, &raw.occupations, issues), |known| known.past.clone());
        let same_wishes = known.filter(|known| known.raw.wishes == raw.wishes);
        let wishes = same_wishes.map_or_else(|| wishes(taxonomy, &raw.wishes, issues), |known| known.wishes.clone());
        let same_skills = same_past.filter(|known| known.raw.skills == raw.skills && known.raw.text == raw.text);
        let given = same_skills.map_or_else(|| Given::of(engine, raw, &past, issues), Given::by);
        let same_home = known.filter(|known| known.raw.home == raw.home);
        let find = |place: &PlaceRef| home(engine, place, issues);
        let home = same_home.map_or_else(|| raw.home.as_ref().and_then(find), |known| known.home.clone());
        let exclusions::Resolved { excluded, unwished } =
            exclusions::resolve(taxonomy, &raw.exclusions, &raw.wishes, issues);
        if let Some(days) = raw.commute.days_on_site.filter(|&days| days > 7) {
            let cause = format!("a week has no {days} days");
            issues.push(Issue::new("days.too-many", Severity::Warning, cause).at("/commute/days_on_site"));
        }
        let floor = raw.pay.as_ref().and_then(|pay| {
            let low = pay.min.into_iter().chain(pay.max).min()?;
            let Some(rate) = engine.settings.rate(pay.currency) else {
                issues.push(no_rate(pay.currency).at("/pay/currency"));
                return None;
            };
            Some(Pay { min: Some(in_euro(low, rate)), max: None, currency: Currency::EUR, period: pay.period })
        });
        for issue in issues.iter_mut() {
            issue.record = Some(raw.id.clone());
        }
        Ok(Person(Arc::new(Inner {
            engine: engine.fingerprints.all,
            statements: statements::all(taxonomy, &raw.skills, &past, &wishes),
            licences: raw.licences.as_deref().map(licences::canonical_list),
            raw: raw.clone(),
            issues: std::mem::take(issues),
            have: given.have,
            lenders: given.lenders,
            loans: given.loans,
            ordinary: given.ordinary,
            past,
            wishes,
            home,
            exclusions: excluded,
            unwished,
            floor,
        })))
    }

    /// The same person as this engine prepares her.
    pub(crate) fn of_engine(&self, engine: &Engine) -> Person {
        if self.0.engine == engine.fingerprint() {
            return self.clone();
        }
        engine.prepare(&self.0.raw).unwrap_or_else(|_| self.clone())
    }

    /// The profile's id.
    pub fn id(&self) -> &str {
        &self.0.raw.id
    }

    /// The profile as it was given.
    pub fn profile(&self) -> &Profile {
        &self.0.raw
    }

    /// What was not understood, merged or assumed.
    pub fn issues(&self) -> &[Issue] {
        &self.0.issues
    }

    /// Whether enough is known for a ranking to mean something: a skill, an occupation or a wish, be it in words that the
    /// taxonomy's table knows. A town alone is not.
    pub fn is_rankable(&self) -> bool {
        let Inner { have, past, wishes, statements, .. } = &*self.0;
        let says = |past: &Past| !past.occupations.is_empty() || !past.forms.is_empty();
        !have.is_empty() || !statements.is_empty() || past.iter().any(says) || wishes.iter().any(says)
    }

    /// What to ask next, the most telling first: names of fields of [`Profile`] that are still empty.
    pub fn questions(&self) -> Vec<&'static str> {
        let raw = &self.0.raw;
        let open = [
            ("wishes", raw.wishes.is_empty()),
            ("occupations", raw.occupations.is_empty()),
            ("skills", raw.skills.is_empty()),
            ("home", self.0.home.is_none()),
            ("commute", raw.commute.minutes.is_none()),
            ("languages", raw.languages.is_none()),
            ("education", raw.education.is_none()),
            ("licences", raw.licences.is_none()),
            ("available_from", raw.available_from.is_none()),
            ("contracts", raw.contracts.is_empty()),
            ("pay", raw.pay.is_none()),
        ];
        open.into_iter().filter(|(_, open)| *open).map(|(field, _)| field).collect()
    }

    /// The longest way to work that she accepts.
    pub(crate) fn limit(&self) -> Option<Minutes> {
        self.0.raw.commute.minutes
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({})", self.id())
    }
}

/// Hundredths of a euro, at so many euro in parts of 2¹⁶.
pub(super) fn in_euro(Cents(cents): Cents, rate: u64) -> Cents {
    Cents(u32::try_from((u64::from(cents) * rate) >> 16).unwrap_or(u32::MAX))
}

pub(super) fn no_rate(currency: Currency) -> Issue {
    Issue::new("pay.no-rate", Severity::Warning, format!("no rate is set for {currency}, so this pay is unknown"))
        .action(format!("Set `rates.{currency}` in the settings: euro for one {currency}."))
}

/// What a person gives for skills; the fields are those of [`Inner`].
struct Given {
    have: Vec<Have>,
    lenders: Vec<Lender>,
    loans: Vec<Loan>,
    ordinary: Ratio,
}

impl Given {
    fn of(engine: &Parts, raw: &Profile, past: &[Past], issues: &mut Vec<Issue>) -> Given {
        let taxonomy = &engine.taxonomy;
        let mut claims = skills::stated(engine, &raw.skills, issues);
        if let Some(text) = &raw.text {
            claims.extend(skills::in_text(engine, text, issues));
        }
        for (number, p) in past.iter().enumerate() {
            claims.extend(skills::implied(taxonomy, number as u32, &p.occupations));
        }
        let have = skills::have(taxonomy, &claims);
        let (lenders, loans) = loans::of_claims(taxonomy, &claims);
        Given { ordinary: ordinary(engine, &have, &lenders, &loans), have, lenders, loans }
    }

    fn by(known: &Inner) -> Given {
        let Inner { have, lenders, loans, ordinary, .. } = known;
        Given { have: have.clone(), lenders: lenders.clone(), loans: loans.clone(), ordinary: *ordinary }
    }
}

fn past(taxonomy: &Taxonomy, occupations: &[PastOccupation], issues: &mut Vec<Issue>) -> Vec<Past> {
    let one = |(i, p): (usize, &PastOccupation)| {
        let at = format!("/occupations/{i}");
        let found = occupations::resolve(taxonomy, p.occupation.as_deref(), p.title.as_deref(), &at, issues);
        let known = Past { years: p.years, ..occupations::with_labels(taxonomy, found) };
        Past { similar: occupations::similar(taxonomy, &known.occupations), ..known }
    };
    occupations.iter().enumerate().map(one).collect()
}

fn wishes(taxonomy: &Taxonomy, wishes: &[Wish], issues: &mut Vec<Issue>) -> Vec<Past> {
    let all = wishes::all(taxonomy, wishes, issues).into_iter();
    all.map(|wish| Past { similar: occupations::similar(taxonomy, &wish.occupations), ..wish }).collect()
}

fn home(engine: &Parts, place: &PlaceRef, issues: &mut Vec<Issue>) -> Option<Home> {
    let resolved = engine.gazetteer.resolve(place);
    issues.extend(resolved.issue().map(|issue| issue.at("/home")));
    match resolved {
        Resolved::Point { at, label, country, .. } => Some(Home { at, label, country }),
        Resolved::Area { label, .. } => {
            let cause = format!("{label} is an area, too wide to travel from");
            issues.push(Issue::new("home.area", Severity::Warning, cause).at("/home").action("Name the town."));
            None
        }
        Resolved::Ambiguous(_) | Resolved::NotFound { .. } => None,
    }
}

/// Mean coverage over all occupations of the taxonomy, each lender lending as often as it likes: one dot product.
fn ordinary(engine: &Parts, have: &[Have], lenders: &[Lender], loans: &[Loan]) -> Ratio {
    let mean_share = &engine.taxonomy.0.mean_share;
    let mut sum: u64 = 0;
    let mut have = have.iter().peekable();
    let mut add = |skill: u32, credit: Ratio| sum += u64::from(mean_share[skill as usize]) * u64::from(credit.parts());
    for to in loans.chunk_by(|a, b| a.to == b.to) {
        while let Some(h) = have.next_if(|h| h.skill < to[0].to) {
            add(h.skill, h.credits[0]);
        }
        let own = have.next_if(|h| h.skill == to[0].to).map_or(Ratio::ZERO, |h| h.credits[0]);
        let lent = to.iter().map(|loan| lenders[loan.lender as usize].credits[0].times(loan.nearness)).max();
        add(to[0].to, own.max(lent.unwrap_or_default()));
    }
    have.for_each(|h| add(h.skill, h.credits[0]));
    Ratio::from_parts((sum >> 30) as u32)
}

/// Folded forms of an offer's title.
pub(crate) fn title_forms(title: &str) -> Vec<Box<str>> {
    text::forms(title).into_iter().map(String::into_boxed_str).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::worlds;

    proptest! {
        /// What is kept is what would be understood anew.
        #[test]
        fn a_changed_person_is_the_one_prepared_anew(world in worlds(), kept in prop::collection::vec(any::<bool>(), 6)) {
            let engine = world.engine();
            let [first, .., last] = &world.people[..] else { return Ok(()) };
            // Some fields of one person, the others of another.
            let pick = |number: usize| if kept[number] { first } else { last };
            let profile = Profile {
                occupations: pick(0).occupations.clone(),
                wishes: pick(1).wishes.clone(),
                skills: pick(2).skills.clone(),
                text: pick(3).text.clone(),
                home: pick(4).home.clone(),
                exclusions: pick(5).exclusions.clone(),
                ..last.clone()
            };
            let changed = engine.prepare(first).unwrap().changed(&engine.0, &profile).unwrap();
            let anew = engine.prepare(&profile).unwrap();
            let (ours, oracle) = (&*changed.0, &*anew.0);
            prop_assert_eq!(&ours.raw, &oracle.raw);
            prop_assert_eq!((&ours.have, &ours.lenders, &ours.loans), (&oracle.have, &oracle.lenders, &oracle.loans));
            prop_assert_eq!(ours.ordinary, oracle.ordinary);
            prop_assert_eq!((&ours.past, &ours.wishes), (&oracle.past, &oracle.wishes));
            prop_assert_eq!(&ours.statements, &oracle.statements);
            prop_assert_eq!((&ours.home, &ours.licences), (&oracle.home, &oracle.licences));
            prop_assert_eq!((&ours.exclusions, &ours.unwished), (&oracle.exclusions, &oracle.unwished));
            prop_assert_eq!(&ours.floor, &oracle.floor);
        }
    }
}
