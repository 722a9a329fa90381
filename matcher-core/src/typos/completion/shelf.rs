use std::ops::Range;

use crate::model::Language;
use crate::taxonomy::ConceptKind;
use crate::typos::Lexicon;
use crate::typos::lexicon::{END, Name};

/// The labels of one language by the beginnings of their words.
///
/// Three columns in the order of what stands from the word on to the end of the form. Ranks are looked at for every word
/// in a range, so they lie side by side.
pub(super) struct Shelf {
    language: Language,
    /// Where the word begins in the text of the lexicon.
    starts: Vec<u32>,
    /// The place of the entry when all are sorted from the best to the worst.
    ranks: Vec<u32>,
    /// Rank → the form and which of its labels.
    best: Vec<(u32, u32)>,
}

impl Shelf {
    pub(super) fn of(lexicon: &Lexicon, language: Language) -> Shelf {
        // Whether the word stands within the form, the label, the form, where the word begins, which of the form's labels.
        let mut entries: Vec<(bool, Name, u32, u32, u32)> = Vec::new();
        for form in 0..lexicon.len() as u32 {
            let start = lexicon.start(form);
            for (number, &name) in lexicon.names(form).iter().enumerate().filter(|(_, name)| name.language == language)
            {
                entries.push((false, name, form, start, number as u32));
                let blanks = lexicon.form(form).match_indices(' ');
                entries.extend(blanks.map(|(at, _)| (true, name, form, start + at as u32 + 1, number as u32)));
            }
        }
        // Forms are numbered by rising letters, then bytes.
        entries.sort_unstable_by_key(|&(within, name, form, start, number)| {
            (within, name.label_kind, form, name.kind, name.concept, number, start)
        });
        let best = entries.iter().map(|&(_, _, form, _, number)| (form, number)).collect();
        let text = lexicon.text().as_bytes();
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| {
            let rest = |rank: u32| {
                let (_, _, form, start, _) = entries[rank as usize];
                &text[start as usize..(lexicon.start(form + 1)) as usize]
            };
            rest(a).cmp(rest(b)).then(a.cmp(&b))
        });
        let starts = order.iter().map(|&rank| entries[rank as usize].3).collect();
        Shelf { language, starts, ranks: order, best }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        size_of_val(&self.starts[..]) + size_of_val(&self.ranks[..]) + size_of_val(&self.best[..])
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// What stands from the word of an entry on, the ends of forms among it.
    pub(super) fn rest<'a>(&self, lexicon: &'a Lexicon, entry: usize) -> &'a [u8] {
        &lexicon.text().as_bytes()[self.starts[entry] as usize..]
    }

    /// The entries that begin with these bytes; where the last word is `complete`, only those where it ends there.
    pub(super) fn beginning_with(&self, lexicon: &Lexicon, prefix: &str, complete: bool) -> Range<usize> {
        let range = self.narrowed(lexicon, 0..self.len(), 0, prefix.as_bytes());
        if !complete {
            return range;
        }
        // The end and the blank sort before everything else.
        let ends = |entry: usize| self.rest(lexicon, entry).get(prefix.len()).is_some_and(|&byte| byte <= b' ');
        range.start..partition(range, ends)
    }

    /// The entries of a range that go on with these bytes behind the first `depth`, which they have in common.
    pub(super) fn narrowed(&self, lexicon: &Lexicon, range: Range<usize>, depth: usize, next: &[u8]) -> Range<usize> {
        let part = |entry: usize| {
            let rest = &self.rest(lexicon, entry)[depth..];
            &rest[..rest.len().min(next.len())]
        };
        let start = partition(range.clone(), |entry| part(entry) < next);
        start..partition(start..range.end, |entry| part(entry) == next)
    }
}

/// The first entry of a range that fails a test which all that pass come before.
pub(super) fn partition(range: Range<usize>, passes: impl Fn(usize) -> bool) -> usize {
    let Range { mut start, mut end } = range;
    while start < end {
        let middle = start.midpoint(end);
        if passes(middle) { start = middle + 1 } else { end = middle }
    }
    start
}

/// The best entries seen so far, one a concept.
pub(super) struct Picks<'a> {
    shelf: &'a Shelf,
    lexicon: &'a Lexicon,
    /// Concepts that are not wanted any more.
    known: &'a [(ConceptKind, u32)],
    wanted: usize,
    /// Ranks with their concepts, rising.
    picked: Vec<(u32, (ConceptKind, u32))>,
}

impl<'a> Picks<'a> {
    pub(super) fn new(
        shelf: &'a Shelf,
        lexicon: &'a Lexicon,
        known: &'a [(ConceptKind, u32)],
        wanted: usize,
    ) -> Picks<'a> {
        Picks { shelf, lexicon, known, wanted, picked: Vec::new() }
    }

    /// Looks at the entries of a range.
    pub(super) fn take(&mut self, range: Range<usize>) {
        let shelf = self.shelf;
        let mut bound = self.bound();
        for &rank in &shelf.ranks[range] {
            // One comparison for nearly all of them.
            if rank < bound {
                self.offer(rank);
                bound = self.bound();
            }
        }
    }

    /// Only what ranks before this can still be picked.
    fn bound(&self) -> u32 {
        match self.picked.last() {
            Some(&(worst, _)) if self.picked.len() == self.wanted => worst,
            _ => u32::MAX,
        }
    }

    /// Looks at the entries of a range whose form is over behind so many bytes and begins with them. Such entries come
    /// first in a range.
    pub(super) fn take_whole(&mut self, range: Range<usize>, bytes: usize) {
        for entry in range {
            if self.shelf.rest(self.lexicon, entry).get(bytes) != Some(&END) {
                break;
            }
            let rank = self.shelf.ranks[entry];
            if self.shelf.starts[entry] == self.lexicon.start(self.shelf.best[rank as usize].0) {
                self.offer(rank);
            }
        }
    }

    fn offer(&mut self, rank: u32) {
        if rank >= self.bound() {
            return;
        }
        let (name, _) = self.name(rank);
        let concept = (name.kind, name.concept);
        if self.known.contains(&concept) {
            return;
        }
        if let Some(same) = self.picked.iter().position(|&(_, picked)| picked == concept) {
            if self.picked[same].0 <= rank {
                return;
            }
            self.picked.remove(same);
        } else if self.picked.len() == self.wanted {
            self.picked.pop();
        }
        let at = self.picked.partition_point(|&(other, _)| other < rank);
        self.picked.insert(at, (rank, concept));
    }

    fn name(&self, rank: u32) -> (Name, u32) {
        let (form, number) = self.shelf.best[rank as usize];
        (self.lexicon.names(form)[number as usize], form)
    }

    /// The labels picked with their forms, best first.
    pub(super) fn into_names(self) -> impl Iterator<Item = (Name, u32)> {
        (0..self.picked.len()).map(move |at| self.name(self.picked[at].0))
    }
}
