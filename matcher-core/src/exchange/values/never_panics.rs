//! Every reader takes any text.

use proptest::prelude::*;

use super::*;

fn read_with_all(text: &str) {
    for order in [DayOrder::Iso, DayOrder::Dmy, DayOrder::Mdy] {
        let _ = read_day(text, order);
    }
    for mark in [DecimalMark::Comma, DecimalMark::Point, DecimalMark::Guess] {
        let _ = read_decimal(text, mark);
    }
    let _ = (read_contract(text), contract_in_title(text), read_education(text), read_licence(text));
    let _ = (read_language(text), read_language_claim(text), read_fluency(text), read_years(text), read_hours(text));
    let _ = (read_country(text), read_minutes(text), read_mode(text), read_flag(text));
    let _ = (read_currency(text), read_pay_period(text));
    if let Some(pay) = read_pay(text) {
        let _ = check_pay(&pay);
    }
}

proptest! {
    #[test]
    fn on_any_text(text in "\\PC*") {
        read_with_all(&text);
    }

    #[test]
    fn on_texts_made_of_what_the_readers_look_for(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "1", "12", "000", "99999999999999999999", ",", ".", " ", "\u{202f}", "'", "-", "/", "+", "bac+", "h", "H", "k",
                "€", "sur ", " mois", "ans", "an(s)", "permis ", "r489", "caces ", "de ", "niveau ", "é", "ß", "İ", "1er", "mars",
                "(", ")", "à ", "std.", "T", "2027", "\u{300}",
            ]),
            0..12,
        ),
    ) {
        read_with_all(&parts.concat());
    }
}
