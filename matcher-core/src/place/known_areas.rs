use crate::model::Country;

/// An area by name, whether or not a gazetteer holds municipalities in it.
pub(crate) struct KnownArea {
    pub(crate) code: &'static str,
    pub(crate) label: &'static str,
}

/// Departments and regions of France (INSEE, Code officiel géographique) and countries, with what people call them:
/// one line an area, code, label and further names, each behind a tab.
const TABLE: &str = include_str!("../../data/areas.tsv");

/// All of them with every name, the label first.
pub(crate) fn known() -> impl Iterator<Item = (KnownArea, impl Iterator<Item = &'static str>)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (code, names) = line.split_once('\t')?;
        let label = names.split('\t').next()?;
        Some((KnownArea { code, label }, names.split('\t')))
    })
}

/// The country in front of an area's code: `FR` of `FR-57`.
pub(super) fn country_of(code: &str) -> Option<Country> {
    code.split('-').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_department_region_and_country_has_a_name_and_a_country() {
        let all: Vec<_> = known().map(|(area, names)| (area, names.count())).collect();
        assert!(
            all.iter().all(|(area, names)| country_of(area.code).is_some() && *names > 0 && !area.label.is_empty())
        );
        let departments = all.iter().filter(|(area, _)| area.code.starts_with("FR-") && !area.code.starts_with("FR-R"));
        assert_eq!(departments.count(), 109);
        assert!(all.iter().any(|(area, _)| (area.code, area.label) == ("FR-R44", "Grand Est")));
    }
}
