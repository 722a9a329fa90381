use crate::exchange::values::{fold, read_country};

/// Codes and names of departments and overseas territories (INSEE, code officiel géographique 2024).
const DEPARTMENTS: &str = include_str!("departments.tsv");

/// Codes and names of regions (INSEE, code officiel géographique 2024).
const REGIONS: &str = include_str!("regions.tsv");

/// The area that a name alone means, in the form of [`PlaceRef::area`](crate::model::PlaceRef::area): a country (`LU`)
/// or a region (`FR-R11`).
pub(super) fn country_or_region(name: &str) -> Option<String> {
    let folded = fold(name);
    let country = read_country(name).filter(|_| name.len() > 2).map(|country| country.code().to_owned());
    country.or_else(|| rows(REGIONS).find(|(_, known)| fold(known) == folded).map(|(code, _)| format!("FR-R{code}")))
}

/// `FR-33` for the department's code `33`, and the department's name.
pub(super) fn department(code: &str) -> Option<(String, &'static str)> {
    rows(DEPARTMENTS).find(|(known, _)| *known == code).map(|(code, name)| (format!("FR-{code}"), name))
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_become_areas() {
        assert_eq!(country_or_region("Ile-de-France").as_deref(), Some("FR-R11"));
        assert_eq!(country_or_region("Provence-Alpes-Côte d'Azur").as_deref(), Some("FR-R93"));
        assert_eq!(country_or_region("France").as_deref(), Some("FR"));
        assert_eq!(country_or_region("Luxembourg").as_deref(), Some("LU"));
        assert_eq!(country_or_region("Metz"), None);
        assert_eq!(department("33"), Some(("FR-33".to_owned(), "Gironde")));
        assert_eq!(department("2A").map(|(area, _)| area).as_deref(), Some("FR-2A"));
        assert_eq!(department("99"), None);
    }
}
