use std::cmp::Reverse;

use super::read::{Reading, plain_postcode, read, with_country};
use super::{Gazetteer, Resolved, fold_name, known_areas};
use crate::model::{Country, PlaceRef};
use crate::units::{LatLon, Metres};
use crate::{Issue, Severity};

/// A town counts as meant where others of its name have at most a tenth of its inhabitants.
const MUCH_LARGER: u64 = 10;
/// How far from the nearest known place a bare coordinate may lie and still be in its country.
const SAME_COUNTRY: Metres = Metres(30_000);
/// A name of fewer letters is not completed.
const COMPLETED_FROM: usize = 4;
/// Labels named of an ambiguous place.
const LABELS: usize = 12;

/// What is known beside the word that is looked up.
#[derive(Clone, Default)]
struct Context {
    country: Option<Country>,
    department: Option<String>,
    /// Said in the note of the answer.
    remarks: Vec<Issue>,
}

impl Gazetteer {
    /// Where a place is.
    ///
    /// Coordinates go before everything, then the municipality's code, the postal code (with the name where several
    /// municipalities share it), the name, the free text, the area. A field that leads nowhere is said in the note, and
    /// the next one is tried. A postal code shared by several municipalities is the most populous one's, said in the
    /// note; a name shared by several is that of the one with ten times the inhabitants of the next, else
    /// [`Resolved::Ambiguous`]. In free text a number is a postal code first and a municipality's code second.
    ///
    /// Cost: a few binary searches; coordinates search a band of latitude for their country.
    pub fn resolve(&self, place: &PlaceRef) -> Resolved {
        let mut context = Context { country: place.country, ..Context::default() };
        let mut tried = Vec::new();
        if let Some(at) = place.at {
            match LatLon::new(at.lat, at.lon) {
                Some(at) => return self.coordinates(at, place),
                None => {
                    let cause = format!("latitude {}, longitude {} is nowhere on the earth", at.lat, at.lon);
                    context.skipped("place.bad-coordinates", &cause, &mut tried);
                }
            }
        }
        if let Some(code) = given(&place.code) {
            match self.code(code, &context) {
                Some(found) => return found,
                None => context.skipped(
                    "place.code-not-found",
                    &format!("no municipality has the code “{code}”"),
                    &mut tried,
                ),
            }
        }
        let name = given(&place.name).map(read).unwrap_or_default();
        context.department = name.department.clone();
        if let Some(postcode) = given(&place.postcode) {
            if let Some((country, _)) = with_country(postcode) {
                context.country = Some(country);
            }
            let plain = plain_postcode(postcode);
            match self.postcode(&plain, &name.name, &context) {
                Some(found) => return found,
                None => context.skipped(
                    "place.postcode-not-found",
                    &format!("no municipality has the postal code “{postcode}”"),
                    &mut tried,
                ),
            }
            context.hint_from_postcode(&plain);
        }
        for (text, reading) in [(&place.name, Some(name)), (&place.text, None)] {
            let Some(text) = given(text) else { continue };
            match self.reading(&reading.unwrap_or_else(|| read(text)), &context) {
                Some(found) => return found,
                None => context.skipped("place.name-not-found", &self.unknown_words(text), &mut tried),
            }
        }
        if let Some(area) = given(&place.area) {
            match self.area_called(area) {
                Some(found) => return found,
                None => tried.push(self.unknown_words(area)),
            }
        }
        if tried.is_empty() {
            tried.push("nothing is said about the place".to_owned());
        }
        Resolved::NotFound { cause: tried.join("; ") }
    }

    fn coordinates(&self, at: LatLon, place: &PlaceRef) -> Resolved {
        let point = at.point();
        let country = place.country.or_else(|| {
            self.nearest(point).filter(|&(_, metres)| metres <= SAME_COUNTRY).map(|(place, _)| place.country())
        });
        let said = [&place.name, &place.text, &place.postcode, &place.code].into_iter().find_map(given);
        let label = said.map_or_else(|| format!("{:.4}, {:.4}", at.lat, at.lon), str::to_owned);
        Resolved::Point { at: point, label, country, note: None }
    }

    fn code(&self, code: &str, context: &Context) -> Option<Resolved> {
        let mut ids = self.ids_by_code(&code.to_ascii_uppercase());
        self.keep_country(&mut ids, context.country);
        self.choose(ids, context, || format!("the code {code}"))
    }

    fn postcode(&self, postcode: &str, name: &str, context: &Context) -> Option<Resolved> {
        let mut ids = self.ids_by_postcode(postcode);
        self.keep_country(&mut ids, context.country);
        if ids.is_empty() {
            return None;
        }
        let mut context = context.clone();
        if !name.is_empty() {
            // A whole name before the first words of one: Muespach is not Muespach-le-Haut.
            let whole = self.ids_by_name(name);
            let mut fitting: Vec<u32> = ids.iter().copied().filter(|id| whole.contains(id)).collect();
            if fitting.is_empty() {
                let articled = self.ids_by_name_with_article(name);
                fitting = ids.iter().copied().filter(|id| articled.contains(id)).collect();
            }
            if fitting.is_empty() {
                let begun = self.ids_by_first_words(name);
                fitting = ids.iter().copied().filter(|id| begun.contains(id)).collect();
            }
            if fitting.is_empty() {
                let cause = format!("no municipality of the postal code {postcode} is called “{name}”");
                context.remark("place.name-contradicts-postcode", &cause);
            } else {
                ids = fitting;
            }
        }
        self.sort(&mut ids);
        let first = self.at(ids[0]);
        if ids.iter().any(|&id| self.at(id).country() != first.country()) {
            return Some(self.ambiguous(&ids));
        }
        if let [_, others @ ..] = &ids[..]
            && !others.is_empty()
        {
            let cause = format!(
                "{} municipalities share the postal code {postcode}; the most populous, {}, was taken",
                ids.len(),
                first.name()
            );
            context.remark("place.shared-postcode", &cause);
        }
        Some(self.point(ids[0], &context))
    }

    fn reading(&self, reading: &Reading, context: &Context) -> Option<Resolved> {
        let mut context = context.clone();
        context.country = context.country.or(reading.country);
        if let Some(number) = &reading.number {
            if let Some(found) = self.postcode(number, &reading.name, &context).or_else(|| self.code(number, &context))
            {
                return Some(found);
            }
            context.remark("place.postcode-not-found", &format!("no municipality has the number “{number}”"));
            context.hint_from_postcode(number);
        }
        if reading.department.is_some() {
            context.department.clone_from(&reading.department);
        }
        let department = reading.department.as_ref().map(|code| format!("FR-{code}"));
        if let Some(code) = department.as_deref().filter(|_| reading.whole_department) {
            return self.area_of_code(code);
        }
        if reading.name.is_empty() {
            return None;
        }
        let name = &reading.name;
        let fitting = |mut ids: Vec<u32>| {
            self.keep_country(&mut ids, context.country);
            self.keep_department(&mut ids, context.department.as_deref());
            ids
        };
        let mut ids = fitting(self.ids_by_name(name));
        if ids.is_empty() {
            ids = fitting(self.ids_by_name_with_article(name));
        }
        if let Some(found) = self.choose(ids, &context, || format!("the name “{name}”")) {
            return Some(found);
        }
        if let Some(area) = self.area_called(name) {
            return Some(area);
        }
        // Only now: an area's name must not be taken for the first words of a town.
        if name.len() < COMPLETED_FROM {
            return None;
        }
        let mut ids = fitting(self.ids_by_first_words(name));
        self.sort(&mut ids);
        let first = self.at(*ids.first()?).name();
        context.remark("place.name-completed", &format!("“{name}” was read as {first}"));
        self.choose(ids, &context, || format!("the name “{name}”"))
    }

    /// One place, the one that is much larger than the others, or all of them.
    fn choose(&self, mut ids: Vec<u32>, context: &Context, what: impl Fn() -> String) -> Option<Resolved> {
        self.sort(&mut ids);
        let (&first, others) = ids.split_first()?;
        let Some(&second) = others.first() else { return Some(self.point(first, context)) };
        let (a, b) = (u64::from(self.at(first).population()), u64::from(self.at(second).population()));
        if a == 0 || a < b * MUCH_LARGER {
            return Some(self.ambiguous(&ids));
        }
        let mut context = context.clone();
        let cause = format!(
            "{} places have {}; {} has at least ten times the inhabitants of the others and was taken",
            ids.len(),
            what(),
            self.at(first).long_label()
        );
        context.remark("place.shared-name", &cause);
        Some(self.point(first, &context))
    }

    fn point(&self, id: u32, context: &Context) -> Resolved {
        let place = self.at(id);
        Resolved::Point {
            at: place.point(),
            label: place.name().to_owned(),
            country: Some(place.country()),
            note: context.note(),
        }
    }

    fn ambiguous(&self, ids: &[u32]) -> Resolved {
        Resolved::Ambiguous(ids.iter().take(LABELS).map(|&id| self.at(id).long_label()).collect())
    }

    /// The most populous first; at equal numbers in the gazetteer's order.
    fn sort(&self, ids: &mut Vec<u32>) {
        ids.sort_by_key(|&id| (Reverse(self.at(id).heads), id));
        ids.dedup();
    }

    fn keep_country(&self, ids: &mut Vec<u32>, country: Option<Country>) {
        ids.retain(|&id| country.is_none_or(|country| self.at(id).country() == country));
    }

    fn keep_department(&self, ids: &mut Vec<u32>, department: Option<&str>) {
        let Some(department) = department else { return };
        let area = self.area_by_code(&format!("FR-{department}"));
        ids.retain(|&id| area.is_some_and(|area| self.at(id).areas().contains(&area)));
    }

    /// An area by its code or one of its names.
    fn area_called(&self, words: &str) -> Option<Resolved> {
        if let Some(found) = self.area_of_code(words) {
            return Some(found);
        }
        let wanted = fold_name(words);
        known_areas::known()
            .filter(|(area, _)| self.area_by_code(area.code).is_some())
            .find_map(|(area, mut names)| names.any(|name| fold_name(name) == wanted).then_some(area))
            .and_then(|area| self.area_of_code(area.code))
    }

    fn area_of_code(&self, code: &str) -> Option<Resolved> {
        let id = self.area_by_code(code)?;
        let area = self.area(id);
        Some(Resolved::Area { id, label: area.label().to_owned(), country: area.country() })
    }

    /// Why these words were not found: known areas outside the gazetteer are named.
    fn unknown_words(&self, words: &str) -> String {
        let reading = read(words);
        let code = reading.department.map_or_else(|| words.trim().to_ascii_uppercase(), |code| format!("FR-{code}"));
        let wanted = reading.name;
        let known = known_areas::known().find_map(|(area, mut names)| {
            (area.code == code || names.any(|name| fold_name(name) == wanted)).then_some(area)
        });
        match known {
            Some(area) if self.area_by_code(area.code).is_none() => {
                format!("“{words}”: {} ({}) lies outside the gazetteer", area.label, area.code)
            }
            _ => format!("“{words}” is in no name of the gazetteer"),
        }
    }
}

impl Context {
    fn remark(&mut self, code: &'static str, cause: &str) {
        self.remarks.push(Issue::new(code, Severity::Note, cause));
    }

    fn skipped(&mut self, code: &'static str, cause: &str, tried: &mut Vec<String>) {
        self.remark(code, cause);
        tried.push(cause.to_owned());
    }

    /// The first digits of a French postal code that no municipality has (special delivery) name its department.
    fn hint_from_postcode(&mut self, postcode: &str) {
        let french = self.country.is_none_or(|country| country == Country::FR);
        if french && self.department.is_none() && postcode.len() == 5 {
            let digits = if postcode.starts_with("97") || postcode.starts_with("98") { 3 } else { 2 };
            self.department = postcode.get(..digits).map(str::to_owned);
        }
    }

    /// All remarks as one, under the code of the first.
    fn note(&self) -> Option<Issue> {
        let mut note = self.remarks.first()?.clone();
        note.cause = self.remarks.iter().map(|remark| remark.cause.as_str()).collect::<Vec<_>>().join("; ");
        Some(note)
    }
}

fn given(field: &Option<String>) -> Option<&str> {
    field.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::PlaceEntry;

    fn town(
        code: &str,
        name: &str,
        country: Country,
        at: (f64, f64),
        postcodes: &[&str],
        population: u32,
    ) -> PlaceEntry {
        let areas = match country {
            Country::FR => vec![format!("FR-{}", &code[..2]), "FR-R44".to_owned()],
            _ => Vec::new(),
        };
        PlaceEntry {
            code: code.to_owned(),
            name: name.to_owned(),
            country,
            at: LatLon { lat: at.0, lon: at.1 },
            postcodes: postcodes.iter().map(|&p| p.to_owned()).collect(),
            areas,
            population,
        }
    }

    fn gazetteer() -> Gazetteer {
        let (fr, lu, de, ch) = (Country::FR, Country::LU, Country::DE, Country::CH);
        [
            town("57463", "Metz", fr, (49.1197, 6.1763), &["57000", "57050"], 122_572),
            town("57447", "Marly", fr, (49.0646, 6.1523), &["57155"], 10_000),
            town("57043", "La Maxe", fr, (49.17, 6.19), &["57140"], 900),
            town("57751", "Woippy", fr, (49.1517, 6.1517), &["57140"], 14_000),
            town("57048", "Aube", fr, (48.97, 6.33), &["57580"], 250),
            town("10387", "Troyes", fr, (48.2977, 4.0787), &["10000"], 62_000),
            town("88413", "Saint-Dié-des-Vosges", fr, (48.2842, 6.9487), &["88100"], 19_000),
            town("54484", "Saint-Martin", fr, (48.56, 6.76), &["54450"], 60),
            town("67426", "Saint-Martin", fr, (48.35, 7.3), &["67220"], 350),
            town("68297", "Saint-Louis", fr, (47.5895, 7.5595), &["68300"], 22_000),
            town("57618", "Saint-Louis", fr, (48.7, 7.2), &["57820"], 660),
            town("", "Luxembourg", lu, (49.6116, 6.1319), &["L-1009", "L-1111", "4000"], 120_000),
            town("", "Esch-sur-Alzette", lu, (49.4958, 5.9806), &["4002"], 35_000),
            town("", "Saarbrücken", de, (49.2326, 7.0098), &["66111"], 180_000),
            town("", "Metz", de, (50.0, 8.0), &["65000"], 200_000),
            town("", "Basel", ch, (47.5584, 7.5733), &["4000", "4051"], 177_000),
        ]
        .into_iter()
        .fold(Gazetteer::builder(), |builder, entry| builder.place(entry))
        .build()
        .unwrap()
    }

    /// Label and note's code of a point; the variant otherwise.
    fn told(place: &PlaceRef) -> String {
        match gazetteer().resolve(place) {
            Resolved::Point { label, note, country, .. } => {
                let note = note.map_or_else(String::new, |note| format!(" [{}]", note.code));
                format!("{label} {}{note}", country.map_or("?".to_owned(), |c| c.to_string()))
            }
            Resolved::Area { label, .. } => format!("area {label}"),
            Resolved::Ambiguous(labels) => format!("? {}", labels.join(", ")),
            Resolved::NotFound { cause } => format!("! {cause}"),
        }
    }

    #[test]
    fn the_ways_to_write_a_town_lead_to_it() {
        for (text, label) in [
            ("57050", "Metz FR"),
            ("57463", "Metz FR"),
            ("57 - METZ", "Metz FR"),
            ("57000 METZ CEDEX 03, France", "Metz FR"),
            ("57045 METZ CEDEX", "Metz FR [place.postcode-not-found]"),
            ("F-57000", "Metz FR"),
            ("Metz (57)", "Metz FR"),
            ("st die des vosges", "Saint-Dié-des-Vosges FR"),
            ("Saint-Dié", "Saint-Dié-des-Vosges FR"),
            ("L-1111", "Luxembourg LU"),
            ("Saint-Dié-des", "Saint-Dié-des-Vosges FR [place.name-completed]"),
            ("Esch", "Esch-sur-Alzette LU"),
            ("Saarbruecken", "Saarbrücken DE"),
            ("Sarrebruck", "Saarbrücken DE"),
            ("Bâle", "Basel CH"),
            ("CH-4051 Basel", "Basel CH"),
        ] {
            assert_eq!(told(&text.into()), label, "{text}");
        }
    }

    #[test]
    fn a_shared_postcode_is_the_most_populous_one_unless_a_name_says_otherwise() {
        assert_eq!(told(&"57140".into()), "Woippy FR [place.shared-postcode]");
        assert_eq!(told(&"57140 La Maxe".into()), "La Maxe FR");
        let both = PlaceRef { postcode: Some("57140".into()), name: Some("Marly".into()), ..PlaceRef::default() };
        assert_eq!(told(&both), "Woippy FR [place.name-contradicts-postcode]");
        assert_eq!(told(&"4000".into()), "? Basel (CH 4000), Luxembourg (LU 1009)");
        assert_eq!(told(&"L-4000".into()), "Luxembourg LU");
    }

    #[test]
    fn a_shared_name_is_the_ten_times_larger_one_or_ambiguous() {
        assert_eq!(told(&"Saint-Louis".into()), "Saint-Louis FR [place.shared-name]");
        assert_eq!(told(&"Saint-Louis (57)".into()), "Saint-Louis FR");
        assert_eq!(told(&"Saint-Martin".into()), "? Saint-Martin (FR 67426), Saint-Martin (FR 54484)");
        assert_eq!(told(&PlaceRef { country: Some(Country::DE), ..PlaceRef::named("Metz") }), "Metz DE");
    }

    #[test]
    fn departments_regions_and_countries_are_areas_and_unknown_ones_are_named() {
        assert_eq!(told(&"57".into()), "area Moselle");
        assert_eq!(told(&"Grand Est".into()), "area Grand Est");
        assert_eq!(told(&"10 - Aube".into()), "area Aube");
        assert_eq!(told(&"Aube".into()), "Aube FR");
        assert_eq!(told(&"57 - Moselle (Dept.)".into()), "area Moselle");
        assert_eq!(told(&"Allemagne".into()), "area Deutschland");
        assert_eq!(told(&PlaceRef { area: Some("fr-r44".into()), ..PlaceRef::default() }), "area Grand Est");
        assert!(told(&"74 - ANNECY".into()).contains("Haute-Savoie (FR-74) lies outside the gazetteer"));
        assert!(told(&"Nouvelle-Aquitaine".into()).contains("outside the gazetteer"));
        assert!(told(&PlaceRef { area: Some("FR-33".into()), ..PlaceRef::default() }).contains("Gironde"));
        assert!(told(&PlaceRef::default()).contains("nothing is said"));
    }

    #[test]
    fn coordinates_go_before_everything_and_lie_in_the_country_of_the_nearest_town() {
        let at = |lat, lon| PlaceRef { name: Some("Paris".into()), ..PlaceRef::at(LatLon { lat, lon }) };
        assert_eq!(told(&at(49.12, 6.18)), "Paris FR");
        assert_eq!(told(&at(49.6, 6.1)), "Paris LU");
        assert_eq!(told(&at(0.0, 0.0)), "Paris ?");
        assert!(told(&at(91.0, 6.0)).contains("latitude 91"));
        let wrong = PlaceRef { code: Some("57463".into()), ..at(f64::NAN, 6.0) };
        assert_eq!(told(&wrong), "Metz FR [place.bad-coordinates]");
    }

    #[test]
    fn a_town_contains_its_own_offers_at_any_radius() {
        let gazetteer = gazetteer();
        let points: Vec<_> = ["57000", "57463", "Metz (57)", "57 - METZ", "F-57050 METZ CEDEX"]
            .iter()
            .map(|&text| match gazetteer.resolve(&text.into()) {
                Resolved::Point { at, .. } => at,
                other => panic!("{other:?}"),
            })
            .collect();
        for point in &points {
            assert_eq!(point.distance(points[0]), Metres(0));
            let Some(Resolved::Area { id, .. }) = gazetteer.area_of_code("FR-57") else { panic!("no area") };
            assert_eq!(gazetteer.area(id).at_least(*point), Metres(0));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_place_is_too_strange_to_resolve(text: String, code: Option<String>, postcode: Option<String>, lat: f64) {
            let place = PlaceRef { code, postcode, at: LatLon::new(lat, lat), ..PlaceRef::named(text) };
            let _ = gazetteer().resolve(&place).issue();
        }
    }
}
