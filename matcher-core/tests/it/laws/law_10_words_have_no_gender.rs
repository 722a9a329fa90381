//! All forms of one label give the same list and the same scores.

use matcher_core::model::{Offer, Profile};
use matcher_core::testing::{TITLES_NAMED, title, worlds};
use proptest::prelude::*;

use super::standing;

/// Every title in another form of the same label.
fn turned(text: &Option<String>, forms: usize) -> Option<String> {
    let text = text.as_ref()?;
    let own = (0..TITLES_NAMED).find(|&number| (0..4).any(|form| title(number, form) == *text));
    Some(own.map_or_else(|| text.clone(), |number| title(number, forms)))
}

proptest! {
    #[test]
    fn every_form_of_a_label_gives_the_same_list(world in worlds(), form in 0..4usize, known in 0..4usize) {
        // Only labels have forms; a title that is none is compared as it is written.
        let mut taxonomy = world.taxonomy.clone();
        taxonomy.occupations = TITLES_NAMED;
        let world = matcher_core::testing::World { taxonomy, ..world };
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        let offers: Vec<Offer> = world.offers.iter().map(|offer| Offer {
            title: if offer.title.is_empty() { String::new() } else { turned(&Some(offer.title.clone()), known).unwrap() },
            ..offer.clone()
        }).collect();
        let (other_index, _) = engine.offers(&offers);
        for profile in &world.people {
            let mut other: Profile = profile.clone();
            other.occupations.iter_mut().for_each(|past| past.title = turned(&past.title, form));
            other.wishes.iter_mut().for_each(|wish| wish.title = turned(&wish.title, form));
            other.exclusions.iter_mut().for_each(|exclusion| exclusion.text = turned(&exclusion.text, form));
            let expected = standing(&world, &index, profile);
            prop_assert_eq!(&standing(&world, &index, &other), &expected, "the person's words");
            prop_assert_eq!(&standing(&world, &other_index, profile), &expected, "the offers' words");
        }
    }
}
