use proptest::prelude::*;

use crate::settings::{Filters, Guard, Neutrals, Settings, Weights};
use crate::units::{HoursPerWeek, Ratio};

fn guards() -> impl Strategy<Value = Guard> {
    prop_oneof![1 => Just(Guard::Off), 6 => Just(Guard::On), 2 => Just(Guard::RejectUnknown)]
}

fn weight() -> impl Strategy<Value = Ratio> {
    (0..=95u32).prop_map(Ratio::percent)
}

fn weights() -> impl Strategy<Value = Weights> {
    let skills = [weight(), weight(), weight()].prop_map(|mut three| {
        three.sort_unstable();
        three
    });
    (skills, [weight(), weight(), weight(), weight(), weight(), weight(), weight(), weight(), weight()]).prop_map(
        |(
            [skills_implied, skills_spotted, skills_listed],
            [tasks, occupation, wish, languages, education, availability, commute, pay, conditions],
        )| {
            Weights {
                skills_listed,
                skills_spotted,
                skills_implied,
                tasks,
                occupation,
                wish,
                languages,
                education,
                availability,
                commute,
                pay,
                conditions,
            }
        },
    )
}

fn neutrals() -> impl Strategy<Value = Neutrals> {
    let neutral = || (0..=100u32).prop_map(Ratio::percent);
    [neutral(), neutral(), neutral(), neutral(), neutral(), neutral(), neutral(), neutral(), neutral()].prop_map(
        |[tasks, occupation, wish, languages, education, availability, commute, pay, conditions]| Neutrals {
            tasks,
            occupation,
            wish,
            languages,
            education,
            availability,
            commute,
            pay,
            conditions,
        },
    )
}

fn filters() -> impl Strategy<Value = Filters> {
    let half = || [guards(), guards(), guards(), guards(), guards()];
    let coverage = prop_oneof![2 => Just(Ratio::ZERO), 1 => (1..=100u32).prop_map(Ratio::percent)];
    (half(), half(), guards(), coverage).prop_map(
        |(
            [commute, countries, days_on_site, contract, pay],
            [languages, education, licences, exclusions, dates],
            skills,
            min_coverage,
        )| Filters {
            commute,
            countries,
            days_on_site,
            contract,
            pay,
            languages,
            education,
            licences,
            skills,
            min_coverage,
            exclusions,
            dates,
        },
    )
}

/// Settings that pass their own check: the default ones often, else any weights, neutrals, filters and rates.
pub fn settings() -> impl Strategy<Value = Settings> {
    let any = (weights(), neutrals(), filters(), proptest::option::of(50..200u32), 200..400u16).prop_map(
        |(weights, neutrals, filters, rate, hours)| Settings {
            weights,
            neutrals,
            filters,
            rates: rate.map(|rate| ("CHF".to_owned(), f64::from(rate) / 128.0)).into_iter().collect(),
            full_time_hours: HoursPerWeek::from_tenths(hours),
            ..Settings::default()
        },
    );
    prop_oneof![Just(Settings::default()), any]
}
