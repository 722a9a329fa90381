use std::cmp::Reverse;

use crate::prepare::{Columns, Demand, Inner, NOT_UNDERSTOOD};
use crate::taxonomy::Csr;
use crate::units::Ratio;

/// What offers ask of skills, in a form that an upper bound is read from: a list of terms for each offer, a term being a
/// skill at the level asked.
///
/// A bound credits every term with the better of what a person has and the best loan, as if a skill could be lent many
/// times. The score lends a skill once, and not at all where it is asked itself: it never credits more.
#[derive(Default)]
pub(crate) struct Terms {
    /// Skill → where its terms begin.
    starts: Vec<u32>,
    /// Term → level asked, 0 for none.
    needs: Vec<u8>,
    /// Offer → its heaviest terms: a term below [`TERM_BITS`], the weight in parts of 2¹⁴, rounded up, above. Filled up with
    /// terms that weigh nothing: lists of one length are read several at a time.
    heads: Vec<Head>,
    /// Offer → its other terms, filled up to whole [`STRIDE`]s.
    tails: Csr<u32>,
    /// Offer → sum of the exact weights in its tail, parts of 2³⁰.
    tail_totals: Vec<u32>,
}

/// The heaviest terms of an offer and the sum of their exact weights: half a cache line.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Head {
    total: u32,
    terms: [u32; Terms::HEAD],
}

const STRIDE: usize = 8;
const TERM_BITS: u32 = 18;
/// The weights of the score have 30 bits.
const WEIGHT_SHIFT: u32 = 16;
/// What was not understood: it is credited with what the person meets on average.
const UNKNOWN: u32 = 0;
/// Terms beyond what a number of [`TERM_BITS`] can name share this one, which is credited in full.
const OTHER: u32 = 1;

impl Terms {
    /// Of offers in this order, over so many skills.
    pub(crate) fn new(offers: &Columns, order: &[u32], skills: usize) -> Terms {
        let name = |demand: &Demand| (demand.skill, demand.need.0);
        let mut all: Vec<(u32, u8)> = offers.demands.values().iter().map(name).collect();
        all.retain(|&(skill, _)| skill != NOT_UNDERSTOOD);
        all.sort_unstable();
        all.dedup();
        all.truncate((1 << TERM_BITS) - 2);
        let needs = [0, 0].into_iter().chain(all.iter().map(|&(_, need)| need)).collect();
        let start = |skill: usize| 2 + all.partition_point(|&(known, _)| (known as usize) < skill) as u32;
        let term = |demand: &Demand| match demand.skill {
            NOT_UNDERSTOOD => UNKNOWN,
            _ => all.binary_search(&name(demand)).map_or(OTHER, |number| number as u32 + 2),
        };
        let packed = |demand: &Demand| term(demand) | (demand.weight.div_ceil(1 << WEIGHT_SHIFT) << TERM_BITS);
        let mut terms = Terms { starts: (0..=skills).map(start).collect(), needs, ..Terms::default() };
        let mut tails: Vec<Vec<u32>> = Vec::with_capacity(order.len());
        let mut sorted: Vec<&Demand> = Vec::new();
        for &row in order {
            sorted.clear();
            sorted.extend(offers.demands.row(row as usize));
            sorted.sort_by_key(|demand| Reverse(demand.weight));
            let (head, tail) = sorted.split_at(sorted.len().min(Terms::HEAD));
            let total = |part: &[&Demand]| part.iter().map(|demand| demand.weight).sum();
            let of_head = std::array::from_fn(|i| head.get(i).map_or(0, |demand| packed(demand)));
            terms.heads.push(Head { total: total(head), terms: of_head });
            terms.tail_totals.push(total(tail));
            let nothing = tail.len().next_multiple_of(STRIDE) - tail.len();
            tails.push(tail.iter().map(|demand| packed(demand)).chain(std::iter::repeat_n(0, nothing)).collect());
        }
        Terms { tails: Csr::from_rows(tails), ..terms }
    }

    /// A loss, in parts of 2³⁰, that the heaviest skills asked cost at least. Cost: [`Terms::HEAD`] look-ups.
    #[inline]
    pub(crate) fn least_loss_of_head(&self, offer: usize, credits: &Credits) -> u32 {
        let Head { total, terms } = &self.heads[offer];
        lost(*total, credits.gained(terms))
    }

    /// A loss that all skills asked cost at least. Cost: one look-up a term.
    pub(crate) fn least_loss(&self, offer: usize, credits: &Credits) -> u32 {
        let Head { total, terms } = &self.heads[offer];
        let mut gained = credits.gained(terms);
        for terms in self.tails.row(offer).chunks_exact(STRIDE) {
            gained += credits.gained(terms);
        }
        lost(total + self.tail_totals[offer], gained)
    }

    /// How many terms an offer's head has.
    pub(crate) const HEAD: usize = 7;

    /// How many terms an offer has.
    pub(crate) fn len(&self, offer: usize) -> usize {
        Terms::HEAD + self.tails.row(offer).len()
    }

    pub(crate) fn size_in_bytes(&self) -> usize {
        4 * (self.starts.len() + self.tails.values().len() + self.tails.offsets().len())
            + self.needs.len()
            + size_of_val(&*self.heads)
            + size_of_val(&*self.tail_totals)
    }
}

/// What one person is credited for each term. Used again from person to person; only what was set is cleared.
#[derive(Default)]
pub(crate) struct Credits {
    of: Vec<u16>,
    set: Vec<u32>,
}

/// What is lost of a weight, in parts of 2³⁰, where so much is gained, in parts of 2²⁹.
#[inline]
fn lost(weight: u32, gained: u64) -> u32 {
    ((u64::from(weight) << Ratio::BITS).saturating_sub(gained << WEIGHT_SHIFT) >> Ratio::BITS) as u32
}

impl Credits {
    #[inline]
    fn gained(&self, terms: &[u32]) -> u64 {
        let of = |packed: &u32| {
            let credit = self.of[(packed & ((1 << TERM_BITS) - 1)) as usize];
            u64::from(packed >> TERM_BITS) * u64::from(credit)
        };
        terms.iter().map(of).sum()
    }

    pub(crate) fn fill(&mut self, terms: &Terms, person: &Inner) {
        for term in self.set.drain(..) {
            self.of[term as usize] = 0;
        }
        self.of.resize(terms.needs.len(), 0);
        self.of[UNKNOWN as usize] = person.ordinary.parts() as u16;
        self.of[OTHER as usize] = Ratio::ONE.parts() as u16;
        for have in &person.have {
            self.raise(terms, have.skill, |need| have.credits[need]);
        }
        for loan in &person.loans {
            let lender = &person.lenders[loan.lender as usize];
            self.raise(terms, loan.to, |need| lender.credits[need].times(loan.nearness));
        }
    }

    fn raise(&mut self, terms: &Terms, skill: u32, credit: impl Fn(usize) -> Ratio) {
        for term in terms.starts[skill as usize]..terms.starts[skill as usize + 1] {
            let known = &mut self.of[term as usize];
            let credit = credit(usize::from(terms.needs[term as usize])).parts() as u16;
            if *known == 0 && credit > 0 {
                self.set.push(term);
            }
            *known = credit.max(*known);
        }
    }
}
