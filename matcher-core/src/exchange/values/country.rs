use super::plain::plain;
use crate::model::Country;

/// A country by its name in French, German or English, or by its ISO 3166-1 code of two capital or small letters.
pub fn read_country(text: &str) -> Option<Country> {
    let folded = plain(text);
    let known = NAMES.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(code, _)| *code);
    known.unwrap_or(text).parse().ok()
}

/// The countries around, and those that job boards of the region name often; folded.
const NAMES: &[(&str, &[&str])] = &[
    ("FR", &["france", "france entiere", "frankreich"]),
    ("LU", &["luxembourg", "luxemburg", "letzebuerg", "grand-duche de luxembourg"]),
    ("DE", &["allemagne", "deutschland", "germany"]),
    ("CH", &["suisse", "schweiz", "switzerland"]),
    ("BE", &["belgique", "belgien", "belgium"]),
    ("NL", &["pays-bas", "niederlande", "netherlands"]),
    ("AT", &["autriche", "osterreich", "austria"]),
    ("IT", &["italie", "italien", "italy"]),
    ("ES", &["espagne", "spanien", "spain"]),
    ("PT", &["portugal"]),
    ("PL", &["pologne", "polen", "poland"]),
    ("MC", &["monaco"]),
    ("AD", &["andorre", "andorra"]),
    ("GB", &["royaume-uni", "vereinigtes konigreich", "united kingdom"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_name_and_code() {
        for (text, code) in [("Frankreich", "FR"), ("Luxembourg", "LU"), ("de", "DE"), ("Österreich", "AT")] {
            assert_eq!(read_country(text).unwrap().code(), code, "{text}");
        }
        assert!(read_country("").is_none() && read_country("Atlantide").is_none());
    }
}
