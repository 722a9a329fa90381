use std::sync::OnceLock;

use super::Gazetteer;

static PACKED: &[u8] = include_bytes!("../../data/places.bin");

impl Gazetteer {
    /// The municipalities of Grand Est and the towns of Luxembourg, Germany, Switzerland and Belgium around it: how
    /// they were chosen and whose data they are stands in `matcher-core/data/README.md`.
    ///
    /// Read once in a process; later calls clone a reference. Should the bundled file be damaged, which the tests of
    /// this crate exclude, it is an empty gazetteer that finds nothing and says so for every place.
    pub fn embedded() -> Gazetteer {
        static READ: OnceLock<Gazetteer> = OnceLock::new();
        READ.get_or_init(|| Gazetteer::from_bytes(PACKED).unwrap_or_else(|_| Gazetteer::empty())).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Country, PlaceRef};
    use crate::place::{Resolved, fold_name};
    use crate::units::{Metres, Point};

    fn point(place: &PlaceRef) -> Option<(Point, String, Option<String>)> {
        match Gazetteer::embedded().resolve(place) {
            Resolved::Point { at, label, note, .. } => Some((at, label, note.map(|note| note.code.into_owned()))),
            _ => None,
        }
    }

    #[test]
    fn the_bundled_file_is_whole_and_written_by_this_version() {
        let gazetteer = Gazetteer::from_bytes(PACKED).unwrap();
        assert_eq!(gazetteer.to_bytes(), PACKED);
        let of = |country| gazetteer.places().iter().filter(|place| place.country() == country).count();
        assert_eq!(of(Country::FR), 5115);
        assert!([Country::LU, Country::DE, Country::CH, Country::BE].into_iter().all(|country| of(country) > 190));
    }

    #[test]
    fn every_municipality_of_grand_est_resolves_by_code_and_by_name_with_postcode() {
        let gazetteer = Gazetteer::embedded();
        for place in gazetteer.places().iter().filter(|place| place.country() == Country::FR) {
            let by_code = PlaceRef { code: Some(place.code().to_owned()), ..PlaceRef::default() };
            assert_eq!(point(&by_code), Some((place.point(), place.name().to_owned(), None)));
            for postcode in place.postcodes() {
                let twins = gazetteer.places().iter().filter(|twin| {
                    twin.postcodes().contains(postcode) && fold_name(twin.name()) == fold_name(place.name())
                });
                assert_eq!(twins.count(), 1, "{} {postcode}", place.name());
                let fields = PlaceRef {
                    postcode: Some(postcode.clone()),
                    name: Some(place.name().to_uppercase()),
                    country: Some(Country::FR),
                    ..PlaceRef::default()
                };
                let found = point(&fields).map(|(at, ..)| at);
                assert_eq!(found, Some(place.point()), "{} {postcode}", place.name());
            }
        }
    }

    #[test]
    fn towns_on_both_sides_of_the_borders_are_found_by_any_of_their_names() {
        for (text, label) in [
            ("57000", "Metz"),
            ("57463", "Metz"),
            ("Metz", "Metz"),
            ("57 - METZ", "Metz"),
            ("METZ CEDEX", "Metz"),
            ("67 - STRASBOURG", "Strasbourg"),
            ("Straßburg", "Strasbourg"),
            ("Saint-Dié", "Saint-Dié-des-Vosges"),
            ("Mülhausen", "Mulhouse"),
            ("Sarreguemines", "Sarreguemines"),
            ("Revin", "Revin"),
            ("Longwy", "Longwy"),
            ("Joinville", "Joinville"),
            ("Haguenau", "Haguenau"),
            ("Reims", "Reims"),
            ("Luxembourg", "Luxembourg"),
            ("Luxemburg", "Luxembourg"),
            ("Esch-sur-Alzette", "Esch-sur-Alzette"),
            ("L-4968", "Schouweiler"),
            ("Saarbruecken", "Saarbrücken"),
            ("D-66111", "Saarbrücken"),
            ("Sarrebruck", "Saarbrücken"),
            ("Trèves", "Trier"),
            ("Karlsruhe", "Karlsruhe"),
            ("Freiburg im Breisgau", "Freiburg"),
            ("Bâle", "Basel"),
            ("CH-4051", "Basel"),
            ("Basel", "Basel"),
            ("Arlon", "Arlon"),
            ("Arel", "Arlon"),
            ("B-6700", "Arlon"),
        ] {
            assert_eq!(point(&text.into()).map(|(_, label, _)| label).as_deref(), Some(label), "{text}");
        }
    }

    #[test]
    fn every_other_name_belongs_to_a_bundled_town_or_to_one_further_away() {
        // A row whose town was misspelt would never be found by anybody.
        let gazetteer = Gazetteer::embedded();
        let far = ["liege", "namur", "koln", "aachen", "mainz", "luzern", "fribourg", "solothurn"];
        let known = |country, name: &str| {
            gazetteer.places().iter().any(|place| place.country() == country && fold_name(place.name()) == name)
        };
        let all = crate::place::other_names::all().into_iter();
        let lost: Vec<_> =
            all.filter(|(country, name, _)| !known(*country, name) && !far.contains(&name.as_str())).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn a_department_is_as_near_as_its_nearest_municipality() {
        let gazetteer = Gazetteer::embedded();
        let luxembourg = point(&"Luxembourg".into()).unwrap().0;
        let moselle = gazetteer.area(gazetteer.area_by_code("FR-57").unwrap());
        assert_eq!((moselle.label(), moselle.len()), ("Moselle", 725));
        let nearest = moselle.points().map(|at| luxembourg.distance(at)).min();
        assert_eq!(Some(moselle.at_least(luxembourg)), nearest);
        assert_eq!(moselle.at_least(point(&"Metz".into()).unwrap().0), Metres(0));
    }

    #[test]
    fn what_is_typed_suggests_the_larger_towns_first() {
        let gazetteer = Gazetteer::embedded();
        let names = |typed: &str| gazetteer.suggest(typed, 3).iter().map(|place| place.name()).collect::<Vec<_>>();
        assert_eq!(names("stras")[0], "Strasbourg");
        assert_eq!(names("5700"), ["Metz"]);
        assert_eq!(names("Bâ")[0], "Basel");
        assert!(names("").is_empty() && names("zzzz").is_empty());
    }
}
