use crate::prepare::{Demand, NOT_UNDERSTOOD, Person};
use crate::taxonomy::{Csr, Taxonomy};
use crate::units::Ratio;

/// What people have of skills, in a form that an upper bound is read from: a list of terms for each of them, a term being a
/// skill with what it is worth.
///
/// A bound credits a person with all that she has of what is asked, and each skill that is not asked itself with the best
/// loan that it could make, as if every loan were to a skill of which she has nothing. The score lends a skill once and
/// takes the better of having and borrowing: it never credits more.
#[derive(Default)]
pub(super) struct Skills {
    /// Skill → where its terms begin.
    starts: Vec<u32>,
    terms: Vec<Term>,
    /// Slot → its terms.
    of: Csr<u32>,
    /// Slot → the credit of a requirement that was not understood.
    ordinary: Vec<Ratio>,
    /// Skill → the skills that lend to it.
    lenders: Csr<(u32, Ratio)>,
}

/// What one skill is worth where the level asked is unknown, then for levels 1 to 4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    skill: u32,
    /// Where it is asked itself.
    has: [Ratio; 5],
    /// Where it lends; nothing where it is had through narrower ones alone.
    lends: [Ratio; 5],
}

impl Skills {
    /// Of people in this order.
    pub(super) fn new(taxonomy: &Taxonomy, people: &[Person], order: &[u32]) -> Skills {
        let mut terms: Vec<Term> = order.iter().flat_map(|&row| own(&people[row as usize])).collect();
        terms.sort_unstable();
        terms.dedup();
        let number = |term: Term| terms.partition_point(|known| *known < term) as u32;
        let of = Csr::from_rows(order.iter().map(|&row| own(&people[row as usize]).map(number)));
        let skills = taxonomy.0.skills.len() as u32;
        let starts: Vec<u32> =
            (0..=skills).map(|skill| terms.partition_point(|term| term.skill < skill) as u32).collect();
        Skills {
            of,
            ordinary: order.iter().map(|&row| people[row as usize].0.ordinary).collect(),
            lenders: taxonomy.0.lends.reversed_pairs(skills as usize),
            terms,
            starts,
        }
    }

    fn terms(&self, skill: u32) -> std::ops::Range<usize> {
        self.starts[skill as usize] as usize..self.starts[skill as usize + 1] as usize
    }

    /// How many terms a person has.
    pub(super) fn len(&self, slot: u32) -> usize {
        self.of.row(slot as usize).len()
    }

    /// A loss, in parts of 2³⁰, that all skills asked cost a person at least. Cost: one look-up a term.
    pub(super) fn least_loss(&self, slot: u32, worth: &Worth) -> u32 {
        let gained: u64 = self.of.row(slot as usize).iter().map(|&term| u64::from(worth.of[term as usize])).sum();
        let average = gain(worth.not_understood, self.ordinary[slot as usize]);
        worth.total.saturating_sub(gained + average) as u32
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        4 * (self.starts.len() + self.of.values().len() + self.of.offsets().len() + self.lenders.offsets().len())
            + size_of_val(&*self.terms)
            + size_of_val(&*self.ordinary)
            + size_of_val(self.lenders.values())
    }
}

/// The terms of one person, rising by skill.
fn own(person: &Person) -> impl Iterator<Item = Term> + '_ {
    let lenders = &person.0.lenders;
    person.0.have.iter().map(|have| {
        let lender = lenders.binary_search_by_key(&have.skill, |lender| lender.skill);
        let lends = lender.map_or([Ratio::ZERO; 5], |number| lenders[number].credits);
        Term { skill: have.skill, has: have.credits, lends }
    })
}

/// A part of a weight, in parts of 2³⁰, rounded up.
fn gain(weight: u64, credit: Ratio) -> u64 {
    (weight * u64::from(credit.parts())).div_ceil(1 << Ratio::BITS)
}

/// What every term is worth to one offer. Used again from offer to offer; only what was set is cleared.
#[derive(Default)]
pub(super) struct Worth {
    /// Term → what it gains at most, parts of 2³⁰.
    of: Vec<u32>,
    set: Vec<u32>,
    /// The weights of all requirements and of those not understood.
    total: u64,
    not_understood: u64,
}

impl Worth {
    /// Spreads what is asked to the skills that meet it and to those that lend to it.
    pub(super) fn fill(&mut self, skills: &Skills, demands: &[Demand]) {
        for term in self.set.drain(..) {
            self.of[term as usize] = 0;
        }
        self.of.resize(skills.terms.len(), 0);
        (self.total, self.not_understood) = (0, 0);
        for demand in demands {
            let (weight, need) = (u64::from(demand.weight), usize::from(demand.need.0));
            self.total += weight;
            if demand.skill == NOT_UNDERSTOOD {
                self.not_understood += weight;
                continue;
            }
            for term in skills.terms(demand.skill) {
                self.raise(term, gain(weight, skills.terms[term].has[need]));
            }
            for &(lender, nearness) in skills.lenders.row(demand.skill as usize) {
                if demands.binary_search_by_key(&lender, |demand| demand.skill).is_ok() {
                    continue;
                }
                for term in skills.terms(lender) {
                    self.raise(term, gain(weight, skills.terms[term].lends[need].times(nearness)));
                }
            }
        }
    }

    fn raise(&mut self, term: usize, gain: u64) {
        let known = &mut self.of[term];
        if *known == 0 && gain > 0 {
            self.set.push(term as u32);
        }
        *known = (*known).max(gain as u32);
    }
}
