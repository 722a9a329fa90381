use std::cmp::Reverse;

use crate::prepare::{Demand, NOT_UNDERSTOOD, Person};
use crate::taxonomy::{Csr, Taxonomy};
use crate::units::Ratio;

/// What people have of skills, in a form that an upper bound is read from: a list of terms for each of them, a term being a
/// skill with what it is worth.
///
/// A bound credits every requirement with the better of what a person has and the best loan, as if a skill could be lent many
/// times. The score lends a skill once: it never credits more.
#[derive(Default)]
pub(super) struct Skills {
    /// Skill → its terms.
    of_skill: Csr<u32>,
    /// The terms that most people have come first: what they are worth lies together in the nearest cache.
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
        let mut every: Vec<Term> = order.iter().flat_map(|&row| own(&people[row as usize])).collect();
        every.sort_unstable();
        let mut counted: Vec<(Reverse<usize>, Term)> =
            every.chunk_by(|a, b| a == b).map(|same| (Reverse(same.len()), same[0])).collect();
        counted.sort_unstable();
        let mut numbered: Vec<(Term, u32)> =
            counted.iter().zip(0..).map(|(&(_, term), number)| (term, number)).collect();
        numbered.sort_unstable();
        let number = |term: Term| {
            let known = numbered.binary_search_by_key(&term, |&(term, _)| term);
            known.map_or(u32::MAX, |i| numbered[i].1)
        };
        let of = Csr::from_rows(order.iter().map(|&row| own(&people[row as usize]).map(number)));
        let skills = taxonomy.0.skills.len() as u32;
        let start = |skill: u32| numbered.partition_point(|(term, _)| term.skill < skill);
        let of_skill =
            (0..skills).map(|skill| numbered[start(skill)..start(skill + 1)].iter().map(|&(_, number)| number));
        Skills {
            of,
            of_skill: Csr::from_rows(of_skill),
            ordinary: order.iter().map(|&row| people[row as usize].0.ordinary).collect(),
            lenders: taxonomy.0.lends.reversed_pairs(skills as usize),
            terms: counted.into_iter().map(|(_, term)| term).collect(),
        }
    }

    /// How many terms a person has.
    pub(super) fn len(&self, slot: u32) -> usize {
        self.of.row(slot as usize).len()
    }

    /// A loss, in parts of 2³⁰, that all skills asked cost a person at least. Cost: one look-up a term, and one more for each
    /// that is worth something.
    pub(super) fn least_loss(&self, slot: u32, worth: &mut Worth) -> u32 {
        worth.best.fill(0);
        for &term in self.of.row(slot as usize) {
            let mut next = worth.first[term as usize];
            while let Some(&Gain { asked, gain, after }) = worth.gains.get(next as usize) {
                let best = &mut worth.best[asked as usize];
                *best = gain.max(*best);
                next = after;
            }
        }
        let gained: u64 = worth.best.iter().map(|&gain| u64::from(gain)).sum();
        worth.total.saturating_sub(gained + gain(worth.not_understood, self.ordinary[slot as usize])) as u32
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        4 * (self.of_skill.values().len() + self.of_skill.offsets().len())
            + 4 * (self.of.values().len() + self.of.offsets().len() + self.lenders.offsets().len())
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
    /// Term → the first of what it gains.
    first: Vec<u32>,
    set: Vec<u32>,
    gains: Vec<Gain>,
    /// What a person gains for each requirement.
    best: Vec<u32>,
    /// The weights of all requirements and of those not understood.
    total: u64,
    not_understood: u64,
}

/// What a term gains at most for one requirement.
struct Gain {
    asked: u32,
    /// Parts of 2³⁰.
    gain: u32,
    /// The next gain of the same term.
    after: u32,
}

/// The end of the gains of a term.
const NONE: u32 = u32::MAX;

impl Worth {
    /// Spreads what is asked to the skills that meet it and to those that lend to it.
    pub(super) fn fill(&mut self, skills: &Skills, demands: &[Demand]) {
        for term in self.set.drain(..) {
            self.first[term as usize] = NONE;
        }
        self.first.resize(skills.terms.len(), NONE);
        self.gains.clear();
        self.best.clear();
        self.best.resize(demands.len(), 0);
        (self.total, self.not_understood) = (0, 0);
        for (asked, demand) in demands.iter().enumerate() {
            let (weight, need) = (u64::from(demand.weight), usize::from(demand.need.0));
            self.total += weight;
            if demand.skill == NOT_UNDERSTOOD {
                self.not_understood += weight;
                continue;
            }
            for &term in skills.of_skill.row(demand.skill as usize) {
                self.add(asked, term, gain(weight, skills.terms[term as usize].has[need]));
            }
            for &(lender, nearness) in skills.lenders.row(demand.skill as usize) {
                if demands.binary_search_by_key(&lender, |demand| demand.skill).is_ok() {
                    continue;
                }
                for &term in skills.of_skill.row(lender as usize) {
                    self.add(asked, term, gain(weight, skills.terms[term as usize].lends[need].times(nearness)));
                }
            }
        }
    }

    fn add(&mut self, asked: usize, term: u32, gain: u64) {
        if gain == 0 {
            return;
        }
        let first = &mut self.first[term as usize];
        if *first == NONE {
            self.set.push(term);
        }
        self.gains.push(Gain { asked: asked as u32, gain: gain as u32, after: *first });
        *first = self.gains.len() as u32 - 1;
    }
}
