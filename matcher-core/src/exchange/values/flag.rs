use super::plain::plain;

/// Yes or no in French, German or English; `1`, `x` and `0` too.
pub fn read_flag(text: &str) -> Option<bool> {
    match plain(text).as_str() {
        "oui" | "o" | "ja" | "j" | "yes" | "y" | "true" | "vrai" | "wahr" | "1" | "x" => Some(true),
        "non" | "nein" | "no" | "n" | "false" | "faux" | "falsch" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_and_nothing_else() {
        assert_eq!(
            ["Oui", "ja", "NO", "0", "", "peut-être"].map(read_flag),
            [Some(true), Some(true), Some(false), Some(false), None, None]
        );
    }
}
