use super::random::Random;
use super::texts::{Slot, Spoken};
use super::vocabulary::Vocabulary;

/// The concepts of one kind that have at least two texts, ready to be drawn from.
pub(super) struct Drawn {
    /// Concept → slot → texts → rows.
    concepts: Vec<Vec<Vec<Vec<u32>>>>,
}

impl Drawn {
    pub(super) fn new(spoken: Vec<Spoken>, vocabulary: &Vocabulary) -> Drawn {
        let slots = |spoken: Spoken| -> Vec<Vec<Vec<u32>>> {
            let mut texts: Vec<(Slot, Vec<u32>)> = spoken
                .texts()
                .map(|(slot, units)| (*slot, vocabulary.rows(units)))
                .filter(|(_, rows)| !rows.is_empty())
                .collect();
            texts.sort();
            texts.dedup();
            texts.chunk_by(|a, b| a.0 == b.0).map(|slot| slot.iter().map(|(_, rows)| rows.clone()).collect()).collect()
        };
        let enough = |slots: &Vec<Vec<Vec<u32>>>| slots.iter().map(Vec::len).sum::<usize>() > 1;
        Drawn { concepts: spoken.into_iter().map(slots).filter(enough).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Two texts of each of up to `batch` concepts, with `left_out` of a hundred units left out.
    pub(super) fn pairs(&self, batch: usize, left_out: usize, random: &mut Random) -> [Vec<Vec<u32>>; 2] {
        let mut order: Vec<usize> = (0..self.concepts.len()).collect();
        random.choose(&mut order, batch);
        order.truncate(batch);
        let thin = |text: &Vec<u32>, random: &mut Random| -> Vec<u32> {
            text.iter().copied().filter(|_| !random.chance(left_out)).collect()
        };
        let mut both = [Vec::new(), Vec::new()];
        for concept in order {
            let [a, b] = two(&self.concepts[concept], random);
            both[0].push(thin(a, random));
            both[1].push(thin(b, random));
        }
        both
    }
}

/// Two texts of a concept: half the time of one slot, else of two, as far as there are any.
fn two<'a>(slots: &'a [Vec<Vec<u32>>], random: &mut Random) -> [&'a Vec<u32>; 2] {
    let full: Vec<&Vec<Vec<u32>>> = slots.iter().filter(|slot| slot.len() > 1).collect();
    if slots.len() == 1 || !full.is_empty() && random.chance(50) {
        let slot = full[random.below(full.len())];
        let first = random.below(slot.len());
        let second = (first + 1 + random.below(slot.len() - 1)) % slot.len();
        return [&slot[first], &slot[second]];
    }
    let first = random.below(slots.len());
    let second = (first + 1 + random.below(slots.len() - 1)) % slots.len();
    [first, second].map(|slot| &slots[slot][random.below(slots[slot].len())])
}
