use super::fold::keys;
use crate::model::Country;

/// What a town is called in other languages or for short: one line a town, country, name as the gazetteer has it, then
/// the other names, each behind a tab.
pub(super) const TABLE: &str = include_str!("../../data/other_names.tsv");

/// Folded other name → country and folded name, in order.
pub(super) fn all() -> Vec<(Country, String, Vec<String>)> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let country = cells.next()?.parse().ok()?;
            let name = super::fold_name(cells.next()?);
            Some((country, name, cells.flat_map(keys).collect()))
        })
        .collect()
}
