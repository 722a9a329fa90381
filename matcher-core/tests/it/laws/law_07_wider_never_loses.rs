//! A wider wish lowers no score and loses no offer; a place contains its own offers; sorting loses nothing.

use matcher_core::model::{Country, Mode, Pay, PlaceRef, Profile};
use matcher_core::testing::{TOWNS, World, people, places, worlds};
use matcher_core::units::{HoursPerWeek, HoursRange, Minutes};
use matcher_core::{GreatCircle, Offer, Query};
use proptest::prelude::*;

use super::{assert_no_loss, standing};

/// Every way to want less that the profile leaves open, `other` lending what is added. A limit on the way that is not
/// given is unknown, not endless: only a given one can be widened.
fn wider(profile: &Profile, other: &Profile) -> Vec<(&'static str, Profile)> {
    let mut all = Vec::new();
    let mut add = |what, change: &dyn Fn(&mut Profile)| {
        let mut changed = profile.clone();
        change(&mut changed);
        all.push((what, changed));
    };
    if let Some(minutes) = profile.commute.minutes {
        for more in [1, 150, 2000] {
            let minutes = Minutes::from_tenths(u32::from(minutes.tenths()) + more);
            add("more minutes", &|p| p.commute.minutes = Some(minutes));
        }
    }
    for mode in Mode::ALL {
        add("one more mode", &|p| {
            let modes = if p.commute.modes.is_empty() { Mode::Car.into() } else { p.commute.modes };
            p.commute.modes = modes.with(mode);
        });
    }
    if let Some(days) = profile.commute.days_on_site {
        add("more days on site", &|p| p.commute.days_on_site = Some(days + 1));
    }
    add("any number of days on site", &|p| p.commute.days_on_site = None);
    if !profile.commute.countries.is_empty() {
        add("one more country", &|p| p.commute.countries.push(Country::LU));
        add("any country", &|p| p.commute.countries.clear());
    }
    if !profile.contracts.is_empty() {
        add("more kinds of contract", &|p| p.contracts.extend(other.contracts.iter().copied()));
        add("any kind of contract", &|p| p.contracts.clear());
    }
    if let Some(hours) = profile.hours {
        let less = HoursPerWeek::from_tenths(hours.min.tenths().saturating_sub(50));
        let more = HoursPerWeek::from_tenths(hours.max.tenths() + 50);
        add("fewer hours too", &|p| p.hours = Some(HoursRange { min: less, ..hours }));
        add("more hours too", &|p| p.hours = Some(HoursRange { max: more, ..hours }));
        add("any hours", &|p| p.hours = None);
    }
    if let Some(pay @ Pay { min: Some(floor), .. }) = profile.pay {
        for part in [0, 1, 2] {
            let lower = matcher_core::units::Cents(floor.0 / 3 * part);
            add("a lower floor", &|p| p.pay = Some(Pay { min: Some(lower), ..pay }));
        }
    }
    add("no floor", &|p| p.pay = None);
    if !profile.wishes.is_empty() {
        for wish in &other.wishes {
            add("one more wished job", &|p| p.wishes.push(wish.clone()));
            add("one more wished job, first", &|p| p.wishes.insert(0, wish.clone()));
        }
    }
    for i in 0..profile.exclusions.len() {
        add("one exclusion less", &|p| drop(p.exclusions.remove(i)));
    }
    all
}

proptest! {
    #[test]
    fn wanting_less_lowers_no_score_and_loses_no_offer(world in worlds(), other in people()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let before = standing(&world, &index, profile);
            for (what, changed) in wider(profile, &other) {
                assert_no_loss(&before, &standing(&world, &index, &changed), what, true);
            }
        }
    }

    #[test]
    fn a_place_contains_its_own_offers_at_any_radius(world in worlds(), town in 0..TOWNS.len(), minutes in 0..10u16, in_words: bool, area: bool) {
        let town = TOWNS[town];
        let engine = matcher_core::Engine::builder(world.taxonomy.build()).places(places()).commute(GreatCircle::default()).build().unwrap();
        let place = match town.areas.first() {
            Some(code) if area => PlaceRef { area: Some((*code).to_owned()), ..PlaceRef::default() },
            _ if in_words => town.name.into(),
            _ => PlaceRef { code: Some(town.code.to_owned()), ..PlaceRef::default() },
        };
        let offer = Offer::new("o", "").place(place);
        let (index, issues) = engine.offers(&[offer]);
        prop_assert!(issues.is_empty());
        let person = engine.prepare(&Profile::new("p").worked_as("x", None).home(town.name).minutes(minutes)).unwrap();
        prop_assert_eq!(index.top(&person).eligible(), 1);
    }

    #[test]
    fn cutting_and_thresholds_never_change_what_is_eligible(world in worlds(), k in 0..3usize, points in 0..100u32) {
        let World { people, offers, .. } = &world;
        let engine = world.engine();
        let (index, _) = engine.offers(offers);
        for profile in people {
            let person = world.prepare(&engine, profile);
            let query = Query::new(&person).k(k).as_of(world.as_of).min_score(matcher_core::units::Score::new(points * 10_000));
            prop_assert_eq!(index.top(query).eligible(), index.top(world.query(&person)).eligible());
        }
    }
}
