use super::Find;

/// The finds with places in UTF-16 units, as JavaScript counts them. `text` is the text they were found in. Cost: linear
/// in the text.
///
/// ```
/// # use matcher_core::{Taxonomy, model::Language, taxonomy::{ConceptKind, LabelKind}};
/// # use matcher_core::spot::{Spotter, utf16};
/// # let mut builder = Taxonomy::builder();
/// # builder.label(ConceptKind::Skill, "sql", Language::EN, LabelKind::Preferred, "SQL");
/// # let spotter = Spotter::new(&builder.build()?);
/// let text = "😀 SQL";
/// assert_eq!(spotter.spot(text, None)[0].start, 5); // bytes
/// assert_eq!(utf16(text, &spotter.spot(text, None))[0].start, 3);
/// # Ok::<(), matcher_core::Error>(())
/// ```
pub fn utf16(text: &str, finds: &[Find]) -> Vec<Find> {
    let mut places: Vec<usize> = finds.iter().flat_map(|find| [find.start, find.end]).collect();
    places.sort_unstable();
    places.dedup();
    let mut units = Vec::with_capacity(places.len());
    let (mut byte, mut unit) = (0, 0);
    for &place in &places {
        unit += text[byte..place].encode_utf16().count();
        byte = place;
        units.push(unit);
    }
    let at = |place: usize| units[places.partition_point(|&known| known < place)];
    finds.iter().map(|find| Find { start: at(find.start), end: at(find.end), ..*find }).collect()
}
