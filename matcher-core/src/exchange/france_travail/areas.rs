use crate::place::fold_name;
use crate::place::known_areas::known;

/// The area that a name alone means, in the form of [`PlaceRef::area`](crate::model::PlaceRef::area): a country (`LU`)
/// or a region of France (`FR-R11`). Where both have the name, as for Luxembourg and the Belgian province, the country.
pub(super) fn country_or_region(name: &str) -> Option<&'static str> {
    let wanted = fold_name(name);
    let mut found: Vec<&str> = known()
        .filter(|(area, _)| area.code.len() == 2 || area.code.starts_with("FR-R"))
        .filter_map(|(area, mut names)| names.any(|name| fold_name(name) == wanted).then_some(area.code))
        .collect();
    found.sort_by_key(|code| code.len());
    found.first().copied()
}

/// `FR-33` for the department's code `33`, and whether `name` is that department's.
pub(super) fn department(code: &str, name: &str) -> Option<(&'static str, bool)> {
    let wanted = fold_name(name);
    known()
        .find(|(area, _)| area.code.strip_prefix("FR-") == Some(code))
        .map(|(area, mut names)| (area.code, names.any(|known| fold_name(known) == wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_become_areas() {
        assert_eq!(country_or_region("Ile-de-France"), Some("FR-R11"));
        assert_eq!(country_or_region("Provence-Alpes-Côte d'Azur"), Some("FR-R93"));
        assert_eq!(country_or_region("France"), Some("FR"));
        assert_eq!(country_or_region("Luxembourg"), Some("LU"));
        assert_eq!(country_or_region("Allemagne"), Some("DE"));
        assert_eq!(country_or_region("Metz"), None);
        assert_eq!(department("33", "Gironde"), Some(("FR-33", true)));
        assert_eq!(department("75", "Paris (Dept.)"), Some(("FR-75", true)));
        assert_eq!(department("2A", "Ajaccio"), Some(("FR-2A", false)));
        assert_eq!(department("99", "Pays"), None);
    }
}
