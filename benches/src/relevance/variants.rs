use matcher_core::Weights;
use matcher_core::units::Ratio;

/// Each weight at nothing, then all the skills together: what each criterion brings.
pub fn without_each(weights: Weights) -> Vec<(String, Weights)> {
    let names = weights.named().map(|(name, _)| name);
    let mut all: Vec<(String, Weights)> =
        names.iter().map(|name| (format!("without {name}"), with(weights, name, Ratio::ZERO))).collect();
    let skills = names.iter().filter(|name| name.starts_with("skills"));
    all.push(("without any skills".into(), skills.fold(weights, |weights, name| with(weights, name, Ratio::ZERO))));
    all
}

/// Round weights of the criteria that rank most, in every combination: what a fit may choose from.
pub fn grid(weights: Weights) -> Vec<(String, Weights)> {
    const STEPS: [u32; 3] = [30, 50, 70];
    let mut all = vec![(String::new(), weights)];
    for name in ["occupation", "tasks", "wish"] {
        let wider = all.iter().flat_map(|(done, weights)| {
            STEPS.map(|step| (format!("{done} {name} .{}", step / 10), with(*weights, name, Ratio::percent(step))))
        });
        all = wider.collect();
    }
    all
}

/// The same weights with one changed. The settings refuse a surer kind of requirement that weighs less than a less sure
/// one: then the others give way.
fn with(mut weights: Weights, name: &str, weight: Ratio) -> Weights {
    let field = match name {
        "skills_listed" => &mut weights.skills_listed,
        "skills_spotted" => &mut weights.skills_spotted,
        "skills_implied" => &mut weights.skills_implied,
        "tasks" => &mut weights.tasks,
        "occupation" => &mut weights.occupation,
        "wish" => &mut weights.wish,
        "languages" => &mut weights.languages,
        "education" => &mut weights.education,
        "availability" => &mut weights.availability,
        "commute" => &mut weights.commute,
        "pay" => &mut weights.pay,
        _ => &mut weights.conditions,
    };
    *field = weight;
    match name {
        "skills_listed" => weights.skills_spotted = weights.skills_spotted.min(weight),
        "skills_spotted" => weights.skills_listed = weights.skills_listed.max(weight),
        _ => {}
    }
    weights.skills_implied = weights.skills_implied.min(weights.skills_spotted);
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use matcher_core::Settings;

    #[test]
    fn every_variant_is_sound_and_changes_something() {
        let weights = Weights::default();
        for (name, changed) in without_each(weights).into_iter().chain(grid(weights)) {
            let settings = Settings { weights: changed, ..Settings::default() };
            assert!(settings.check().is_ok(), "{name}");
        }
        assert!(without_each(weights).iter().all(|(_, changed)| *changed != weights));
        assert_eq!(grid(weights).iter().filter(|(_, changed)| *changed == weights).count(), 1);
    }
}
