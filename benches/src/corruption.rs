//! Typing errors, drawn with a seed.

use crate::random::Random;

/// A text with 1, 2 or 3 typing errors (50, 30 and 20 in a hundred): a letter left out, put in or replaced, or two
/// neighbours swapped, each as often, anywhere in the text. The same text never comes back.
pub fn corrupted(random: &mut Random, text: &str) -> String {
    let edits = match random.below(10) {
        0..5 => 1,
        5..8 => 2,
        _ => 3,
    };
    loop {
        let mut letters: Vec<char> = text.chars().collect();
        for _ in 0..edits {
            edit(random, &mut letters);
        }
        let changed: String = letters.into_iter().collect();
        if changed != text && changed.trim() == changed && !changed.contains("  ") && !changed.is_empty() {
            return changed;
        }
    }
}

fn edit(random: &mut Random, letters: &mut Vec<char>) {
    let letter = char::from(b'a' + random.below(26) as u8);
    let (length, kind) = (letters.len(), random.below(4));
    match kind {
        0 if length > 0 => drop(letters.remove(random.below(length))),
        1 if length > 1 => {
            let at = random.below(length - 1);
            letters.swap(at, at + 1);
        }
        2 if length > 0 => letters[random.below(length)] = letter,
        _ => letters.insert(random.below(length + 1), letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_the_same_errors_and_the_shares_hold() {
        let (mut a, mut b) = (Random::seeded(3), Random::seeded(3));
        let text = "conducteur d engins agricoles";
        let mut far = 0;
        for _ in 0..1_000 {
            let wrong = corrupted(&mut a, text);
            assert_eq!(wrong, corrupted(&mut b, text));
            assert_ne!(wrong, text);
            far += usize::from(wrong.chars().count().abs_diff(text.chars().count()) > 3);
        }
        assert_eq!(far, 0, "never more than three letters more or less");
    }
}
