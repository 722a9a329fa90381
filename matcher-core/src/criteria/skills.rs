//! Does the person have the skills that are asked?
//!
//! The loss is the sum over requirements of share × λ × (1 − credit). The credit of a requirement is the better of what
//! the person *has* (the skill or a narrower one) and what one other skill of hers *lends*; a skill lends to one
//! requirement at most, and not at all where it is asked itself. Which skill lends where is the assignment that loses
//! least, so that the loss is one number whatever the order.

use super::{Case, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::prepare::{Demand, Have, Lender, NOT_UNDERSTOOD, Origin, Source};
use crate::score::assignment::{self, Edge};
use crate::score::{Scratch, Touch};
use crate::units::Ratio;

/// The loss in parts of 2³⁰.
pub(crate) fn loss(case: &Case<'_>, scratch: &mut Scratch) -> u32 {
    let demands = case.offers.demands.row(case.offer);
    scratch.edges.clear();
    let mut lost: u64 = 0;
    for (row, demand) in demands.iter().enumerate() {
        let weight = u64::from(demand.weight);
        if demand.skill == NOT_UNDERSTOOD {
            lost += weight * u64::from(case.person.ordinary.rest().parts());
            continue;
        }
        let Some(touch) = case.touched.get(demand.skill) else {
            lost += weight << Ratio::BITS;
            continue;
        };
        let has = touch.credits[usize::from(demand.need.0)];
        lost += weight * u64::from(has.rest().parts());
        if has < Ratio::ONE {
            loans(case, demands, row, demand, touch, has, &mut scratch.edges);
        }
    }
    if !scratch.edges.is_empty() {
        lost -= assignment::best(&scratch.edges, &mut scratch.assignment);
    }
    (lost >> Ratio::BITS) as u32
}

/// The credit of what the person has of a demand, loans left out.
fn has(case: &Case<'_>, demand: &Demand) -> Ratio {
    match demand.skill {
        NOT_UNDERSTOOD => Ratio::ZERO,
        skill => case.touched.get(skill).map_or(Ratio::ZERO, |touch| touch.credits[usize::from(demand.need.0)]),
    }
}

/// Share of the listed skills, by weight, that the person has; 1 where none is listed.
pub(crate) fn coverage(case: &Case<'_>) -> Ratio {
    let listed = case.offers.demands.row(case.offer).iter().filter(|demand| demand.origin == Origin::Listed);
    let (mut had, mut asked) = (0, 0);
    for demand in listed {
        asked += u64::from(demand.share);
        had += u64::from(demand.share) * u64::from(has(case, demand).parts());
    }
    had.checked_div(asked).map_or(Ratio::ONE, |parts| Ratio::from_parts(parts as u32))
}

/// The first skill that is a must and of which the person has nothing.
pub(crate) fn missing_must(case: &Case<'_>) -> Option<u32> {
    let demands = case.offers.demands.row(case.offer).iter();
    let missing = demands.filter(|demand| demand.must).find(|demand| has(case, demand) == Ratio::ZERO);
    missing.map(|demand| demand.skill)
}

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let least = case.engine.settings.filters.min_coverage;
    let missing = missing_must(case).is_some() || (least > Ratio::ZERO && coverage(case) < least);
    match (missing, case.person.have.is_empty()) {
        (false, _) => Verdict::Pass,
        (true, true) => Verdict::Unverified,
        (true, false) => Verdict::Fail,
    }
}

/// Adds what each lender would save on one requirement, where it is more than what the person has.
fn loans(
    case: &Case<'_>,
    demands: &[Demand],
    row: usize,
    demand: &Demand,
    touch: &Touch,
    has: Ratio,
    edges: &mut Vec<Edge>,
) {
    for loan in &case.person.loans[touch.loans.0 as usize..touch.loans.1 as usize] {
        let lender = &case.person.lenders[loan.lender as usize];
        let lent = lender.credits[usize::from(demand.need.0)].times(loan.nearness);
        if lent > has && !is_asked(demands, lender.skill) {
            let gain = u64::from(demand.weight) * u64::from(lent.parts() - has.parts());
            if gain > 0 {
                edges.push(Edge { row: row as u32, lender: loan.lender, gain });
            }
        }
    }
}

fn is_asked(demands: &[Demand], skill: u32) -> bool {
    demands.binary_search_by_key(&skill, |demand| demand.skill).is_ok()
}

/// How one requirement is met.
pub(crate) struct Met<'a> {
    pub(crate) demand: Demand,
    pub(crate) credit: Ratio,
    pub(crate) by: By<'a>,
}

/// What gives a requirement its credit.
pub(crate) enum By<'a> {
    Nothing,
    Having(&'a Have),
    Loan(&'a Lender),
    /// Not understood: what the person meets on average.
    Average,
}

/// Every requirement with its credit; the losses sum to what [`loss`] says.
pub(crate) fn met<'a>(case: &Case<'a>, scratch: &mut Scratch) -> Vec<Met<'a>> {
    let demands = case.offers.demands.row(case.offer);
    loss(case, scratch);
    let lent = assignment::chosen(&scratch.edges, &mut scratch.assignment);
    let of_row = |(row, &demand): (usize, &Demand)| {
        if demand.skill == NOT_UNDERSTOOD {
            return Met { demand, credit: case.person.ordinary, by: By::Average };
        }
        let have = case.person.have.binary_search_by_key(&demand.skill, |have| have.skill);
        let have = have.ok().map(|i| &case.person.have[i]);
        let has = have.map_or(Ratio::ZERO, |have| have.credits[usize::from(demand.need.0)]);
        if let Some(edge) = lent.iter().find(|edge| edge.row as usize == row) {
            let gain = (edge.gain / u64::from(demand.weight.max(1))) as u32;
            let lender = &case.person.lenders[edge.lender as usize];
            return Met { demand, credit: Ratio::from_parts(has.parts() + gain), by: By::Loan(lender) };
        }
        Met { demand, credit: has, by: have.map_or(By::Nothing, By::Having) }
    };
    demands.iter().enumerate().map(of_row).collect()
}

/// Share of what is asked by origin: listed, spotted, implied, not understood; parts of 2¹⁵.
pub(crate) fn shares_by_origin(demands: &[Demand]) -> [u32; 4] {
    let mut shares = [0; 4];
    for demand in demands {
        shares[demand.origin as usize] += u32::from(demand.share);
    }
    shares
}

pub(crate) fn lines(case: &Case<'_>, scratch: &mut Scratch) -> Vec<Line> {
    met(case, scratch).iter().map(|met| line(case, met)).collect()
}

fn line(case: &Case<'_>, met: &Met<'_>) -> Line {
    let Met { demand, credit, by } = met;
    let skills = &case.engine.taxonomy.0.skills;
    let lost = u64::from(demand.weight) * u64::from(credit.rest().parts());
    let key = match by {
        By::Average => "skills.not-understood",
        By::Nothing => "skills.missing",
        By::Loan(_) => "skills.near",
        By::Having(have) => match (have.source, *credit) {
            (Source::Implied(_), _) => "skills.from-occupation",
            (Source::Stated, Ratio::ONE) if have.through == demand.skill => "skills.met",
            (Source::Stated, Ratio::ONE) => "skills.met-by-narrower",
            (Source::Stated, _) if have.level.is_none() => "skills.level-unknown",
            (Source::Stated, _) => "skills.level-below",
        },
    };
    let mut line = Line::new(key).origin(demand.origin, demand.essential).percent("credit", *credit).losing(lost);
    if demand.skill == NOT_UNDERSTOOD {
        return line.percent("share", Ratio::from_parts(u32::from(demand.share)));
    }
    line = line.skill("skill", skills.id(demand.skill));
    if let Some(level) = demand.need.level() {
        line = line.number("asked", level.get());
    }
    match by {
        By::Having(have) => {
            if have.through != demand.skill {
                line = line.skill("by", skills.id(have.through));
            }
            if let Some(level) = have.level {
                line = line.number("own", level.get());
            }
            if let Source::Implied(past) = have.source {
                line = line.past(case, "past", &case.person.past[past as usize]);
            }
        }
        By::Loan(lender) => line = line.skill("by", skills.id(lender.skill)),
        By::Nothing | By::Average => {}
    }
    if *credit == Ratio::ONE {
        return line;
    }
    line.meeting(Change::Skill { skill: skills.id(demand.skill).to_owned(), level: demand.need.level() })
}

/// Marks the origin of a requirement on its line.
impl Line {
    fn origin(self, origin: Origin, essential: bool) -> Line {
        let name = match origin {
            Origin::Listed => "listed",
            Origin::Spotted => "spotted",
            Origin::Implied => "implied",
            Origin::NotUnderstood => return self,
        };
        self.word("origin", format!("origin.{name}"))
            .word("kind", if essential { "kind.essential" } else { "kind.optional" })
    }
}
