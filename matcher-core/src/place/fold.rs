use crate::text::letters;

/// A municipality's name as it is compared: lower case without accents, every other sign a single space, *St*, *Ste* and
/// *Skt* written out, what stands in parentheses dropped, numbers without leading zeros.
///
/// `Saint-Dié-des-Vosges`, `ST DIE DES VOSGES` and `St. Dié des Vosges` become one; cost: linear in the name.
pub fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in words(&without_parentheses(name)) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(match word.as_str() {
            "st" | "skt" => "saint",
            "ste" => "sainte",
            number if number.bytes().all(|b| b.is_ascii_digit()) => match number.trim_start_matches('0') {
                "" => "0",
                short => short,
            },
            other => other,
        });
    }
    folded
}

/// The folded forms under which a name can be found: as it is, with German umlauts written as `ae`, `oe`, `ue`, each
/// side of `Biel/Bienne`, an arrondissement by its number alone (`Paris 18e`, `Paris 18`).
pub(super) fn keys(name: &str) -> Vec<String> {
    let mut keys = vec![fold_name(name)];
    if name.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']) {
        keys.push(fold_name(&spelt_out(name)));
    }
    if name.contains('/') {
        keys.extend(name.split('/').map(fold_name));
    }
    if let Some(short) = keys[0].strip_suffix(" arrondissement").map(str::to_owned) {
        let digits = short.trim_end_matches(|c: char| c.is_ascii_lowercase());
        keys.push(digits.to_owned());
        keys.push(short.clone());
    }
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn spelt_out(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        match c {
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            c => out.push(c),
        }
    }
    out
}

/// Drops `(Saar)` of `Homburg (Saar)`; a name that is nothing but parentheses stays.
fn without_parentheses(name: &str) -> String {
    let mut depth = 0usize;
    let outside: String = name
        .chars()
        .filter(|&c| {
            let shown = depth == 0 && c != '(';
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            shown && c != ')'
        })
        .collect();
    if outside.trim().is_empty() { name.to_owned() } else { outside }
}

fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in name.chars() {
        letters(c, |c| {
            let Some(word) = words.last_mut() else { return };
            match c {
                'ß' => word.push_str("ss"),
                'œ' => word.push_str("oe"),
                'æ' => word.push_str("ae"),
                'ø' => word.push('o'),
                'ł' => word.push('l'),
                c if c.is_alphanumeric() => word.push(c),
                _ if word.is_empty() => {}
                _ => words.push(String::new()),
            }
        });
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one() {
        for same in [
            &["Saint-Dié-des-Vosges", "ST DIE DES VOSGES", "St. Dié  des Vosges"][..],
            &["Sainte-Marie-aux-Mines", "STE MARIE AUX MINES"],
            &["Weißenburg", "Weissenburg"],
            &["Homburg (Saar)", "homburg"],
            &["L'Hôpital", "l’hopital", "L HOPITAL"],
            &["Lyon 03", "Lyon 3"],
        ] {
            for name in same {
                assert_eq!(fold_name(name), fold_name(same[0]), "{name}");
            }
        }
    }

    #[test]
    fn umlauts_are_found_in_both_spellings() {
        let found = keys("Saarbrücken");
        assert!(found.contains(&fold_name("Saarbrucken")) && found.contains(&fold_name("SAARBRUECKEN")));
        assert!(keys("Biel/Bienne").contains(&"bienne".to_owned()));
        assert!(keys("Paris 18e Arrondissement").contains(&"paris 18".to_owned()));
    }

    proptest::proptest! {
        #[test]
        fn folding_a_folded_name_changes_nothing(name: String) {
            let folded = fold_name(&name);
            proptest::prop_assert_eq!(fold_name(&folded), folded);
        }
    }
}
