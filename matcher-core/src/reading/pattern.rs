use std::collections::BTreeMap;

use super::words::Word;

/// Expressions looked for among the words of a clause, each with what it means.
///
/// An expression is folded words with a blank between them. A word that ends in `*` stands for all that begin so; a lone `~`
/// stands for up to three words of any kind.
pub(crate) struct Patterns<T> {
    whole: BTreeMap<&'static str, Vec<Pattern<T>>>,
    begun: BTreeMap<&'static str, Vec<Pattern<T>>>,
}

struct Pattern<T> {
    rest: Vec<Piece>,
    meaning: T,
}

enum Piece {
    Word(&'static str),
    Begun(&'static str),
    Gap,
}

/// The most words that `~` stands for.
const GAP: usize = 3;

impl<T: Copy> Patterns<T> {
    /// Every expression with its meaning.
    pub(crate) fn new(all: impl IntoIterator<Item = (&'static str, T)>) -> Patterns<T> {
        let mut patterns = Patterns { whole: BTreeMap::new(), begun: BTreeMap::new() };
        for (expression, meaning) in all {
            let mut pieces = expression.split(' ');
            let first = pieces.next().unwrap_or_default();
            let rest = pieces.map(piece).collect();
            let (table, first) = match first.strip_suffix('*') {
                Some(beginning) => (&mut patterns.begun, beginning),
                None => (&mut patterns.whole, first),
            };
            table.entry(first).or_default().push(Pattern { rest, meaning });
        }
        patterns
    }

    /// The longest expression that begins at this word: how many words it spans, and its meaning.
    pub(crate) fn at(&self, words: &[Word], from: usize) -> Option<(usize, T)> {
        let first = words.get(from)?.folded.as_str();
        let beginnings = first.char_indices().map(|(at, c)| &first[..at + c.len_utf8()]);
        let begun = beginnings.filter_map(|beginning| self.begun.get(beginning)).flatten();
        let all = self.whole.get(first).into_iter().flatten().chain(begun);
        let spans = all.filter_map(|pattern| Some((1 + span(&pattern.rest, &words[from + 1..])?, pattern.meaning)));
        spans.fold(None, |best, found| match best {
            Some((length, _)) if length >= found.0 => best,
            _ => Some(found),
        })
    }

    /// All expressions, from left to right, the longest at each place, none over another: first word, words, meaning.
    pub(crate) fn all(&self, words: &[Word]) -> Vec<(usize, usize, T)> {
        let (mut found, mut from) = (Vec::new(), 0);
        while from < words.len() {
            match self.at(words, from) {
                Some((length, meaning)) => {
                    found.push((from, length, meaning));
                    from += length;
                }
                None => from += 1,
            }
        }
        found
    }

    /// Whether any expression stands among the words.
    pub(crate) fn any(&self, words: &[Word]) -> bool {
        (0..words.len()).any(|from| self.at(words, from).is_some())
    }
}

fn piece(word: &'static str) -> Piece {
    match word.strip_suffix('*') {
        _ if word == "~" => Piece::Gap,
        Some(beginning) => Piece::Begun(beginning),
        None => Piece::Word(word),
    }
}

/// How many words the pieces span from the first on.
fn span(pieces: &[Piece], words: &[Word]) -> Option<usize> {
    let Some((first, rest)) = pieces.split_first() else { return Some(0) };
    match first {
        Piece::Gap => (0..=GAP.min(words.len())).find_map(|gap| Some(gap + span(rest, &words[gap..])?)),
        Piece::Word(wanted) => {
            let (word, after) = words.split_first()?;
            (word.folded == *wanted).then(|| span(rest, after))?.map(|length| length + 1)
        }
        Piece::Begun(beginning) => {
            let (word, after) = words.split_first()?;
            word.folded.starts_with(beginning).then(|| span(rest, after))?.map(|length| length + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn spans(patterns: &[&'static str], text: &str) -> Vec<(usize, usize)> {
        let patterns = Patterns::new(patterns.iter().map(|&pattern| (pattern, ())));
        patterns.all(&words(text)).into_iter().map(|(from, length, ())| (from, length)).collect()
    }

    #[test]
    fn whole_words_beginnings_and_gaps_are_found() {
        assert_eq!(spans(&["nuit"], "travail de nuit, nuitée"), [(2, 1)]);
        assert_eq!(spans(&["nacht*"], "Nachtschicht und Nacht"), [(0, 1), (2, 1)]);
        assert_eq!(spans(&["travail ~ nuit"], "travail le soir ou nuit"), [(0, 5)]);
        assert_eq!(spans(&["travail ~ nuit"], "travail le soir ou bien la nuit"), []);
    }

    #[test]
    fn the_longest_expression_counts() {
        assert_eq!(spans(&["port", "port de charges"], "port de charges lourdes"), [(0, 3)]);
    }
}
