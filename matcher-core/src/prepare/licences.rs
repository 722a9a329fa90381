/// A licence as it is compared: capital letters and digits only, so that `Caces R489-3` is `CACESR4893`.
pub(super) fn canonical(licence: &str) -> String {
    licence.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// All of them, sorted, without doubles.
pub(super) fn canonical_list(licences: &[String]) -> Vec<String> {
    let mut list: Vec<String> = licences.iter().map(|l| canonical(l)).filter(|l| !l.is_empty()).collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// Those asked that are not had; both lists canonical and sorted.
pub(crate) fn missing<'a>(asked: &'a [String], had: &[String]) -> impl Iterator<Item = &'a String> {
    asked.iter().filter(|licence| had.binary_search(licence).is_err())
}
