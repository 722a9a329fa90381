use super::lexicon::Lexicon;

/// Which forms hold a group of three letters, the ends of the form counting as letters.
///
/// Lists are kept as differences of rising numbers, in as few bytes as they need.
pub(super) struct Grams {
    /// Groups that occur, rising.
    keys: Vec<u32>,
    /// Group → where its list begins; one more than there are groups.
    starts: Vec<u32>,
    lists: Vec<u8>,
}

/// Bits of a letter's class. Letters beyond `[a-z0-9+# ]` share classes: then a list holds a few forms too many, none too
/// few.
const BITS: u32 = 6;
/// Classes of letters by themselves, the end of a form included.
const OWN: u32 = 40;
/// Letters from the first of a group to the first of the next that no edit can hurt together with it. A swap hurts two
/// letters side by side, so one letter lies between two groups.
const STEP: usize = 4;

impl Grams {
    pub(super) fn of(lexicon: &Lexicon) -> Grams {
        let mut counts = vec![0u32; (1 << (3 * BITS)) + 1];
        let mut groups = Vec::new();
        for form in 0..lexicon.len() as u32 {
            distinct(lexicon.form(form), &mut groups);
            groups.iter().for_each(|&group| counts[group as usize + 1] += 1);
        }
        for group in 1..counts.len() {
            counts[group] += counts[group - 1];
        }
        let mut next = counts.clone();
        let mut forms = vec![0u32; counts.last().map_or(0, |&all| all as usize)];
        for form in 0..lexicon.len() as u32 {
            distinct(lexicon.form(form), &mut groups);
            for &group in &groups {
                let at = &mut next[group as usize];
                forms[*at as usize] = form;
                *at += 1;
            }
        }
        let (mut keys, mut starts, mut lists) = (Vec::new(), vec![0], Vec::with_capacity(forms.len() * 3 / 2));
        for (group, bounds) in counts.windows(2).enumerate().filter(|(_, bounds)| bounds[0] < bounds[1]) {
            let mut last = 0;
            for &form in &forms[bounds[0] as usize..bounds[1] as usize] {
                push(&mut lists, form - last);
                last = form;
            }
            keys.push(group as u32);
            starts.push(lists.len() as u32);
        }
        lists.shrink_to_fit();
        Grams { keys, starts, lists }
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        size_of_val(&self.keys[..]) + size_of_val(&self.starts[..]) + self.lists.capacity()
    }

    /// Calls `found` with every form that may lie within so many edits of the text, and with others, some of them twice;
    /// never fewer. False, and nothing is called, where the text is too short for that many edits.
    ///
    /// Of `edits + 1` groups of the text, no two so near that one edit hurts both, at least one stands unhurt in each form
    /// within reach. Those are taken that have the fewest forms.
    pub(super) fn candidates(&self, text: &str, edits: usize, mut found: impl FnMut(u32)) -> bool {
        let lists: Vec<(u32, u32)> = groups(text).map(|group| self.list(group)).collect();
        let Some(chosen) = cheapest(&lists, edits + 1) else { return false };
        for (start, end) in chosen {
            let mut bytes = &self.lists[start as usize..end as usize];
            let mut form = 0;
            while let Some(step) = pull(&mut bytes) {
                form += step;
                found(form);
            }
        }
        true
    }

    /// Where the list of a group lies.
    fn list(&self, group: u32) -> (u32, u32) {
        self.keys.binary_search(&group).map_or((0, 0), |at| (self.starts[at], self.starts[at + 1]))
    }
}

/// So many lists, their places at least [`STEP`] apart, of the least total length; `None` where they do not fit.
fn cheapest(lists: &[(u32, u32)], wanted: usize) -> Option<Vec<(u32, u32)>> {
    let places = lists.len();
    if places < (wanted - 1) * STEP + 1 {
        return None;
    }
    // costs[taken][places]: the least total of `taken` lists among the first `places`.
    let mut costs = vec![vec![0u32; places + 1]];
    for taken in 1..=wanted {
        let mut row = vec![u32::MAX; places + 1];
        for place in (taken - 1) * STEP..places {
            let before =
                if place < STEP { if taken == 1 { 0 } else { u32::MAX } } else { costs[taken - 1][place + 1 - STEP] };
            let length = lists[place].1 - lists[place].0;
            row[place + 1] = row[place].min(before.saturating_add(length));
        }
        costs.push(row);
    }
    let (mut chosen, mut place) = (Vec::with_capacity(wanted), places);
    for taken in (1..=wanted).rev() {
        // The last place that the least total needs.
        while place > 1 && costs[taken][place] == costs[taken][place - 1] {
            place -= 1;
        }
        chosen.push(lists[place - 1]);
        place = place.saturating_sub(STEP);
    }
    Some(chosen)
}

/// The groups of a text from its first to its last place; as many as it has letters.
fn groups(text: &str) -> impl Iterator<Item = u32> {
    let end = [OWN - 1];
    let classes = end.into_iter().chain(text.chars().map(class)).chain(end);
    let mut window = 0;
    classes.enumerate().filter_map(move |(at, class)| {
        window = (window << BITS | class) & ((1 << (3 * BITS)) - 1);
        (at >= 2).then_some(window)
    })
}

/// The groups of a form, rising, each once.
fn distinct(form: &str, into: &mut Vec<u32>) {
    into.clear();
    into.extend(groups(form));
    into.sort_unstable();
    into.dedup();
}

fn class(letter: char) -> u32 {
    match letter {
        'a'..='z' => letter as u32 - 'a' as u32,
        '0'..='9' => 26 + letter as u32 - '0' as u32,
        ' ' => 36,
        '+' => 37,
        '#' => 38,
        _ => OWN + letter as u32 % ((1 << BITS) - OWN),
    }
}

/// Seven bits a byte, the low ones first; the high bit says that more come.
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn pull(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ends_of_a_form_count_as_letters() {
        assert_eq!(groups("sql").count(), 3);
        assert_eq!(groups("r").count(), 1);
        assert_eq!(groups("").count(), 0);
        assert_ne!(groups("ab").next(), groups("cab").nth(1));
    }

    #[test]
    fn a_short_text_is_too_short_for_many_edits() {
        let lists = |n: u32| (0..n).map(|i| (i, i + 1)).collect::<Vec<_>>();
        assert!(cheapest(&lists(8), 3).is_none());
        assert_eq!(cheapest(&lists(9), 3).map(|chosen| chosen.len()), Some(3));
        assert!(cheapest(&[], 1).is_none());
    }

    proptest! {
        #[test]
        fn a_list_reads_as_it_was_written(numbers: Vec<u32>) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|&number| push(&mut bytes, number));
            let mut rest = &bytes[..];
            let read: Vec<u32> = std::iter::from_fn(|| pull(&mut rest)).collect();
            prop_assert_eq!(read, numbers);
        }

        #[test]
        fn no_choice_of_lists_is_shorter(lengths in proptest::collection::vec(0..9u32, 1..14), wanted in 1..4usize) {
            let lists: Vec<(u32, u32)> = lengths.iter().enumerate().map(|(i, &length)| (100 * i as u32, 100 * i as u32 + length)).collect();
            let mut best: Option<u32> = None;
            for mask in 0u32..1 << lists.len() {
                let places: Vec<usize> = (0..lists.len()).filter(|i| mask >> i & 1 == 1).collect();
                if places.len() == wanted && places.windows(2).all(|pair| pair[1] - pair[0] >= STEP) {
                    let total = places.iter().map(|&place| lengths[place]).sum();
                    best = Some(best.map_or(total, |best| best.min(total)));
                }
            }
            let chosen = cheapest(&lists, wanted);
            prop_assert_eq!(chosen.as_ref().map(|chosen| chosen.iter().map(|(a, b)| b - a).sum::<u32>()), best);
            if let Some(chosen) = chosen {
                let mut places: Vec<u32> = chosen.iter().map(|(start, _)| start / 100).collect();
                places.sort_unstable();
                prop_assert_eq!(places.len(), wanted);
                prop_assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= STEP as u32));
            }
        }
    }
}
