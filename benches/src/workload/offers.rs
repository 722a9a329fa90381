use matcher_core::Offer;
use matcher_core::model::{Ask, ContractKind, EducationNeed, LanguageNeed, Pay, PayPeriod, SkillClaim};
use matcher_core::units::{Cefr, Cents, Level, Years};

use super::people::{LANGUAGES, eqf};
use super::{Market, skills};
use crate::random::{Random, Weighted};

pub(super) fn offer(market: &Market<'_>, number: usize, random: &mut Random) -> Offer {
    let first = market.occupations.draw(random);
    let second = market.occupations.draw(random);
    let catalogue = market.catalogue;
    let trade = &catalogue.occupations[first];
    let (mut essential_skills, mut optional_skills) = (Vec::new(), Vec::new());
    for (skill, level) in skills::draw(market, 14, first, second, random) {
        let claim = SkillClaim {
            level: level.and_then(Level::new),
            spotted: random.percent(25),
            ..catalogue.skills[skill].as_str().into()
        };
        if random.percent(70) { &mut essential_skills } else { &mut optional_skills }.push(claim);
    }
    Offer {
        id: format!("o{number:06}"),
        // Two titles in five repeat the trade's label.
        title: if random.percent(40) { trade.label.clone() } else { format!("post {number}") },
        occupation: Some(trade.id.clone()),
        essential_skills,
        optional_skills,
        languages: languages(random),
        education: match random.below(100) {
            0..45 => Ask::NotAsked,
            45..90 => {
                eqf(random.between(3, 7)).map_or(Ask::Unknown, |eqf| Ask::Known(EducationNeed { eqf, must: false }))
            }
            _ => Ask::Unknown,
        },
        experience: match random.below(100) {
            0..40 => Ask::NotAsked,
            40..90 => Ask::Known(Years::from_tenths(random.between(0, 10) as u16 * 10)),
            _ => Ask::Unknown,
        },
        places: vec![market.place(random)],
        on_site_days: Some(if random.percent(5) { 0 } else { 5 }),
        contract: Some(contract(random)),
        pay: random.percent(60).then(|| pay(random)),
        ..Offer::default()
    }
}

fn languages(random: &mut Random) -> Ask<Vec<LanguageNeed>> {
    let mut all = Vec::new();
    // French is understood in most offers and written in few.
    for ((code, _), often) in LANGUAGES.into_iter().zip([15, 10, 15, 2]) {
        if let (true, Ok(language)) = (random.percent(often), code.parse()) {
            let level = Some(*random.one_of(&[Cefr::A2, Cefr::B1, Cefr::B2, Cefr::C1]));
            all.push(LanguageNeed { language, level, must: random.percent(70) });
        }
    }
    if all.is_empty() { Ask::NotAsked } else { Ask::Known(all) }
}

fn contract(random: &mut Random) -> ContractKind {
    use ContractKind::{Apprenticeship, FixedTerm, Internship, Permanent, Seasonal, Temporary};
    let kinds = [
        (Permanent, 50.0),
        (FixedTerm, 20.0),
        (Temporary, 15.0),
        (Seasonal, 5.0),
        (Apprenticeship, 6.0),
        (Internship, 4.0),
    ];
    kinds[Weighted::new(kinds.map(|(_, often)| often)).draw(random)].0
}

fn pay(random: &mut Random) -> Pay {
    let low = random.between(18, 42) as u32 * 100;
    let high = low + random.between(0, 8) as u32 * 100;
    Pay { min: Some(Cents(low * 100)), max: Some(Cents(high * 100)), period: PayPeriod::Month, ..Pay::default() }
}
