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
    /// Skill → its terms, each below [`TERM_BITS`], with the level asked, 0 for none, above. The terms that most offers ask
    /// come first: what a person is credited for them lies together in the nearest cache.
    of_skill: Csr<u32>,
    /// Offer → its heaviest terms.
    heads: Vec<Block>,
    /// Offer → its other terms.
    tails: Csr<Block>,
}

/// Terms of an offer and the sum of their exact weights: half a cache line. Filled up with terms that weigh nothing: lists
/// of one length are read several at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(32))]
struct Block {
    /// Parts of 2³⁰.
    total: u32,
    /// A term below [`TERM_BITS`], the weight in parts of 2¹⁴, rounded up, above.
    terms: [u32; Block::LEN],
}

const TERM_BITS: u32 = 18;
const TERM: u32 = (1 << TERM_BITS) - 1;
/// The weights of the score have 30 bits.
const WEIGHT_SHIFT: u32 = 16;
/// What was not understood: it is credited with what the person meets on average.
const UNKNOWN: u32 = 0;
/// Terms beyond what a number of [`TERM_BITS`] can name share this one, which is credited in full.
const OTHER: u32 = 1;

impl Block {
    const LEN: usize = 7;

    /// What is gained at most of the total, in parts of 2²⁹.
    #[inline]
    fn gained(&self, credits: &Credits) -> u32 {
        let of = |packed: u32| {
            let credit = credits.of[(packed & TERM) as usize];
            (packed >> TERM_BITS) * u32::from(credit)
        };
        self.terms.iter().map(|&packed| of(packed)).sum()
    }

    /// The loss, in parts of 2³⁰, that these terms cost at least.
    #[inline]
    fn least_loss(&self, credits: &Credits) -> Loss {
        Loss { weight: self.total, gained: self.gained(credits) }
    }
}

/// What some terms of an offer weigh and what is gained of it at most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Loss {
    /// Parts of 2³⁰.
    weight: u32,
    /// Parts of 2²⁹.
    gained: u32,
}

impl Loss {
    /// Parts of 2³⁰.
    #[inline]
    pub(super) fn parts(self) -> u32 {
        let gained = u64::from(self.gained) << WEIGHT_SHIFT;
        ((u64::from(self.weight) << Ratio::BITS).saturating_sub(gained) >> Ratio::BITS) as u32
    }
}

impl Terms {
    /// Of offers in this order, over so many skills.
    pub(crate) fn new(offers: &Columns, order: &[u32], skills: usize) -> Terms {
        let numbers = Numbers::new(offers);
        let packed = |demand: &Demand| numbers.of(demand) | (demand.weight.div_ceil(1 << WEIGHT_SHIFT) << TERM_BITS);
        let block = |part: &[&Demand]| Block {
            total: part.iter().map(|demand| demand.weight).sum(),
            terms: std::array::from_fn(|i| part.get(i).map_or(0, |demand| packed(demand))),
        };
        let mut heads = Vec::with_capacity(order.len());
        let mut sorted: Vec<&Demand> = Vec::new();
        let tails = Csr::from_rows(order.iter().map(|&row| {
            sorted.clear();
            sorted.extend(offers.demands.row(row as usize));
            sorted.sort_by_key(|demand| Reverse(demand.weight));
            let (head, tail) = sorted.split_at(sorted.len().min(Block::LEN));
            heads.push(block(head));
            tail.chunks(Block::LEN).map(block).collect::<Vec<_>>()
        }));
        Terms { of_skill: numbers.by_skill(skills), heads, tails }
    }

    /// What the heaviest skills asked cost at least. Cost: [`Terms::HEAD`] look-ups.
    #[inline]
    pub(super) fn of_head(&self, offer: usize, credits: &Credits) -> Loss {
        self.heads[offer].least_loss(credits)
    }

    /// What all skills asked cost at least, where that of the heaviest is known. Cost: one look-up a term.
    #[inline]
    pub(super) fn with_tail(&self, offer: usize, head: Loss, credits: &Credits) -> Loss {
        self.tails.row(offer).iter().fold(head, |all, block| {
            let Loss { weight, gained } = block.least_loss(credits);
            Loss { weight: all.weight + weight, gained: all.gained + gained }
        })
    }

    /// How many terms an offer's head has.
    pub(crate) const HEAD: usize = Block::LEN;

    /// How many terms an offer has beyond its head.
    pub(crate) fn tail_len(&self, offer: usize) -> usize {
        Block::LEN * self.tails.row(offer).len()
    }

    pub(crate) fn size_in_bytes(&self) -> usize {
        4 * (self.of_skill.values().len() + self.of_skill.offsets().len() + self.tails.offsets().len())
            + size_of_val(&*self.heads)
            + size_of_val(self.tails.values())
    }
}

/// The terms of all offers, rising by skill and level, and the number of each.
struct Numbers {
    all: Vec<(u32, u8)>,
    numbers: Vec<u32>,
}

impl Numbers {
    fn new(offers: &Columns) -> Numbers {
        let known = offers.demands.values().iter().filter(|demand| demand.skill != NOT_UNDERSTOOD);
        let mut every: Vec<(u32, u8)> = known.map(name).collect();
        every.sort_unstable();
        let mut counted: Vec<(Reverse<usize>, (u32, u8))> =
            every.chunk_by(|a, b| a == b).map(|same| (Reverse(same.len()), same[0])).collect();
        counted.sort_unstable();
        counted.truncate((1 << TERM_BITS) - 2);
        let mut numbered: Vec<((u32, u8), u32)> =
            counted.iter().zip(2..).map(|(&(_, name), number)| (name, number)).collect();
        numbered.sort_unstable();
        let (all, numbers) = numbered.into_iter().unzip();
        Numbers { all, numbers }
    }

    fn of(&self, demand: &Demand) -> u32 {
        match demand.skill {
            NOT_UNDERSTOOD => UNKNOWN,
            _ => self.all.binary_search(&name(demand)).map_or(OTHER, |i| self.numbers[i]),
        }
    }

    fn by_skill(&self, skills: usize) -> Csr<u32> {
        let mut terms = self.all.iter().zip(&self.numbers).peekable();
        Csr::from_rows((0..skills as u32).map(|skill| {
            let mut own = Vec::new();
            while let Some((&(_, need), &number)) = terms.next_if(|((of, _), _)| *of == skill) {
                own.push(number | u32::from(need) << TERM_BITS);
            }
            own
        }))
    }
}

fn name(demand: &Demand) -> (u32, u8) {
    (demand.skill, demand.need.0)
}

/// What one person is credited for each term. Used again from person to person; only what was set is cleared.
pub(crate) struct Credits {
    /// As many as a term can name, so that a look-up need not be checked.
    of: Box<[u16; 1 << TERM_BITS]>,
    set: Vec<u32>,
}

impl Default for Credits {
    fn default() -> Credits {
        let none = vec![0; 1 << TERM_BITS].into_boxed_slice();
        Credits { of: none.try_into().expect("the length is the same constant"), set: Vec::new() }
    }
}

impl Credits {
    pub(crate) fn fill(&mut self, terms: &Terms, person: &Inner) {
        for term in self.set.drain(..) {
            self.of[term as usize] = 0;
        }
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
        for &packed in terms.of_skill.row(skill as usize) {
            let (term, need) = (packed & TERM, packed >> TERM_BITS);
            let known = &mut self.of[term as usize];
            let credit = credit(need as usize).parts() as u16;
            if *known == 0 && credit > 0 {
                self.set.push(term);
            }
            *known = credit.max(*known);
        }
    }
}
