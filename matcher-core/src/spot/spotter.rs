use std::sync::Arc;

use super::context::{self, Passing};
use super::hash::Row;
use super::lexicon::{Lexicon, Phrase};
use super::tokens::{Gap, Tokens};
use super::{Find, Tongue, Window, negation};
use crate::Taxonomy;
use crate::model::Language;
use crate::taxonomy::ConceptKind;

/// So many small words may stand between two words of a phrase.
const SMALL_BETWEEN: u8 = 3;

/// Finds the skills and occupations that a free text names. Built once from a taxonomy; cloning it costs nothing; `Send`
/// and `Sync`.
///
/// Built in a few hundred milliseconds from ESCO and ROME, in some ten from the bundled taxonomy. Finding is linear in the
/// text: each word begins at most [`MAX_WORDS`](super::MAX_WORDS) windows, each one look-up in a table.
#[derive(Clone)]
pub struct Spotter(Arc<Inner>);

struct Inner {
    taxonomy: Taxonomy,
    lexicon: Lexicon,
}

/// A text taken apart, in the tongue it seems to be in.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Tokens,
    pub(super) tongue: Tongue,
    /// The hash of each word's stem; none for small words.
    pub(super) stems: Vec<Option<u64>>,
}

/// Words of a text that name something: numbers of the first and the last, and what they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) passing: Passing,
    pub(super) concepts: Vec<(ConceptKind, u32)>,
    pub(super) is_name: bool,
    pub(super) is_soft: bool,
}

impl Spotter {
    /// A spotter for every label of the taxonomy, in all its languages.
    pub fn new(taxonomy: &Taxonomy) -> Spotter {
        Spotter(Arc::new(Inner { taxonomy: taxonomy.clone(), lexicon: Lexicon::of(taxonomy) }))
    }

    /// The taxonomy it was built from.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.0.taxonomy
    }

    /// What its tables take, without the taxonomy.
    pub fn size_in_bytes(&self) -> usize {
        self.0.lexicon.size_in_bytes()
    }

    /// The finds of a text, from left to right, the longest first at each place and none inside another; several of one
    /// place where one label names several concepts. `hint` is the language of a text too short to show one.
    pub fn spot(&self, text: &str, hint: Option<Language>) -> Vec<Find> {
        let reading = Reading::of(text, hint);
        let lexicon = &self.0.lexicon;
        let limits: Vec<u8> =
            reading.stems.iter().map(|stem| stem.map_or(0, |stem| lexicon.longest_with(stem))).collect();
        finds(&reading, hits(&reading, |at| self.longest(&reading, &limits, at)))
    }

    /// The longest phrase that begins at a word; `limits` are the words of the longest phrase that has each word.
    fn longest(&self, reading: &Reading<'_>, limits: &[u8], first: usize) -> Option<Hit> {
        let lexicon = &self.0.lexicon;
        let mut best = None;
        let mut limit = u8::MAX;
        each_window(reading, first, |window| {
            limit = limit.min(limits[window.last]);
            if window.row.words > limit {
                return false;
            }
            best = choose(reading, lexicon, window, lexicon.with_sum(window.row.sum)).or(best.take());
            true
        });
        best
    }
}

impl std::fmt::Debug for Spotter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Spotter({:?}, {} phrases)", self.0.taxonomy, self.0.lexicon.phrases.len())
    }
}

impl<'a> Reading<'a> {
    pub(super) fn of(text: &'a str, hint: Option<Language>) -> Reading<'a> {
        let tokens = Tokens::of(text);
        let tongue = Tongue::guess(&tokens, hint.and_then(Tongue::of));
        let stems = (0..tokens.list.len()).map(|at| tongue.stem(tokens.word(at))).collect();
        Reading { text, tokens, tongue, stems }
    }
}

/// Calls back with every window that begins at a word and ends with one that is not small, the shortest first, until told
/// to stop.
pub(super) fn each_window(reading: &Reading<'_>, first: usize, mut each: impl FnMut(Window) -> bool) {
    let mut window = Window {
        first,
        last: first,
        row: Row::EMPTY,
        behind_comma: None,
        before_comma: Row::EMPTY,
        has_small: false,
        joined: false,
    };
    let mut small = 0;
    for at in first..reading.tokens.list.len() {
        if at > first {
            match reading.tokens.list[at].gap {
                Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::Dot => {}
                Gap::Slash | Gap::Ampersand => window.joined = true,
                Gap::Comma if window.behind_comma.is_none() => {
                    window.before_comma = window.row;
                    window.behind_comma = Some(Row::EMPTY);
                }
                _ => return,
            }
        }
        let Some(stem) = reading.stems[at] else {
            small += 1;
            if at == first || small > SMALL_BETWEEN {
                return;
            }
            continue;
        };
        window.has_small |= small > 0;
        small = 0;
        window.last = at;
        window.row = window.row.push(stem);
        window.behind_comma = window.behind_comma.map(|behind| behind.push(stem));
        if !each(window) {
            return;
        }
    }
}

/// What the window names: of the phrases that pass, those of the best label (preferred before alternative before hidden,
/// the text's language before others), a concept once.
pub(super) fn choose(reading: &Reading<'_>, lexicon: &Lexicon, window: Window, phrases: &[Phrase]) -> Option<Hit> {
    let mut passing: Vec<(Passing, &Phrase)> = Vec::new();
    for phrase in phrases {
        let passes = context::passes(reading.text, &reading.tokens, reading.tongue, lexicon, window, phrase);
        passing.extend(passes.map(|passes| (passes, phrase)));
    }
    let rank = |&(passes, phrase): &(Passing, &Phrase)| {
        let own = phrase.tongue == Some(reading.tongue);
        (std::cmp::Reverse(passes), window.row.order != phrase.order, phrase.label, !own)
    };
    // "Data engineer" is a job, though ROME has it among what is known too.
    let job = passing.iter().any(|(_, phrase)| phrase.kind == ConceptKind::Occupation);
    passing.retain(|(_, phrase)| !job || phrase.is_name || phrase.kind == ConceptKind::Occupation);
    let mut concepts = Vec::new();
    for kind in [ConceptKind::Skill, ConceptKind::Occupation] {
        let of_kind = || passing.iter().filter(|(_, phrase)| phrase.kind == kind);
        let Some(best) = of_kind().map(rank).min() else { continue };
        concepts.extend(of_kind().filter(|p| rank(p) == best).map(|(_, phrase)| (kind, phrase.concept)));
    }
    concepts.sort_unstable();
    concepts.dedup();
    let is_soft = passing.iter().all(|(_, phrase)| phrase.is_soft);
    let is_name = passing.iter().any(|(_, phrase)| phrase.is_name);
    let passing = passing.iter().map(|&(passes, _)| passes).max()?;
    Some(Hit { first: window.first, last: window.last, passing, concepts, is_name, is_soft })
}

/// The hits of a text, leftmost and longest, given the longest at each word. A word that counts only beside a find stays
/// where one of its neighbours in the list is one.
pub(super) fn hits(reading: &Reading<'_>, longest: impl Fn(usize) -> Option<Hit>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut at = 0;
    while at < reading.tokens.list.len() {
        let hit = if reading.stems[at].is_some() { longest(at) } else { None };
        at = hit.as_ref().map_or(at, |hit| hit.last) + 1;
        hits.extend(hit);
    }
    let tokens = &reading.tokens;
    // Twice: what the neighbour on the right makes certain makes its own neighbour certain.
    for _ in 0..2 {
        for i in 0..hits.len() {
            if hits[i].passing == Passing::Passes {
                continue;
            }
            let sure = |word: Option<usize>| {
                let covers = |hit: &&Hit| word.is_some_and(|word| (hit.first..=hit.last).contains(&word));
                hits.iter().find(covers).is_some_and(|hit| hit.passing == Passing::Passes && is_skill(hit))
            };
            if sure(context::entry_before(tokens, hits[i].first)) || sure(context::entry_after(tokens, hits[i].last)) {
                hits[i].passing = Passing::Passes;
            }
        }
    }
    hits.retain(|hit| hit.passing == Passing::Passes && !context::is_set_aside(tokens, hit.first, reading.tongue));
    hits
}

fn is_skill(hit: &Hit) -> bool {
    hit.concepts.iter().any(|(kind, _)| *kind == ConceptKind::Skill)
}

/// Hits as finds, with what denials make of them.
pub(super) fn finds(reading: &Reading<'_>, hits: Vec<Hit>) -> Vec<Find> {
    let places: Vec<(usize, usize)> = hits.iter().map(|hit| (hit.first, hit.last)).collect();
    let denied = negation::denied(&reading.tokens, &places);
    let mut finds = Vec::new();
    for (hit, negated) in hits.into_iter().zip(denied) {
        let (start, end) = (reading.tokens.list[hit.first].start, reading.tokens.list[hit.last].end);
        let Hit { is_name, is_soft, .. } = hit;
        let find = |(kind, concept)| Find { start, end, kind, negated, concept, is_name, is_soft };
        finds.extend(hit.concepts.into_iter().map(find));
    }
    finds
}
