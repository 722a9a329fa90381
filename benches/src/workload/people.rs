use matcher_core::Profile;
use matcher_core::model::{
    CommuteWish, ContractKind, Education, LanguageClaim, Mode, Modes, PastOccupation, Pay, SkillClaim, Wish,
};
use matcher_core::units::{Cefr, Eqf, Level, Minutes, Years};

use super::{Market, skills};
use crate::random::{Random, Weighted};

/// Kilometres that people go at most, each as often as its second number says in a hundred; three in a hundred would move.
const REACH: [(usize, f64); 6] = [(10, 17.0), (20, 25.0), (30, 25.0), (50, 20.0), (80, 10.0), (400, 3.0)];
/// Languages with the share of people who speak them.
pub(super) const LANGUAGES: [(&str, usize); 4] = [("fr", 95), ("de", 35), ("en", 50), ("lb", 8)];

pub(super) fn person(market: &Market<'_>, number: usize, random: &mut Random) -> Profile {
    let first = market.occupations.draw(random);
    let second = market.occupations.draw(random);
    let catalogue = market.catalogue;
    let skills = skills::draw(market, 16, first, second, random);
    let past = |occupation: usize, random: &mut Random| PastOccupation {
        title: Some(catalogue.occupations[occupation].label.clone()),
        occupation: Some(catalogue.occupations[occupation].id.clone()),
        years: random.percent(80).then(|| Years::from_tenths(random.between(2, 200) as u16)),
    };
    let mut occupations = vec![past(first, random)];
    if random.percent(50) {
        occupations.push(past(second, random));
    }
    // Two in three stay in their trade.
    let wished = if random.percent(67) { first } else { market.occupations.draw(random) };
    let wish = Wish {
        title: Some(catalogue.occupations[wished].label.clone()),
        occupation: Some(catalogue.occupations[wished].id.clone()),
    };
    let km = REACH[Weighted::new(REACH.map(|(_, often)| often)).draw(random)].0;
    let claim = |(skill, level): (usize, Option<u8>)| SkillClaim {
        level: level.and_then(Level::new),
        ..catalogue.skills[skill].as_str().into()
    };
    Profile {
        id: format!("p{number:06}"),
        skills: skills.into_iter().map(claim).collect(),
        occupations,
        wishes: vec![wish],
        languages: Some(languages(random)),
        education: random.percent(90).then(|| random.between(3, 7)).and_then(eqf).map(|eqf| Education { eqf }),
        home: Some(market.place(random)),
        commute: CommuteWish {
            modes: Modes::from(Mode::Car),
            // The default model's car: eight minutes, and 1.4 × km at 50 km/h.
            minutes: Some(Minutes::from_tenths((80 + km * 168 / 10) as u32)),
            ..CommuteWish::default()
        },
        contracts: contracts(random),
        pay: random.percent(70).then(|| Pay::monthly(random.between(17, 40) as u32 * 100)),
        ..Profile::default()
    }
}

fn languages(random: &mut Random) -> Vec<LanguageClaim> {
    let level = |random: &mut Random| Some(*random.one_of(&[Cefr::A2, Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2]));
    let mut all = Vec::new();
    for (code, often) in LANGUAGES {
        if let (true, Ok(language)) = (random.percent(often), code.parse()) {
            all.push(LanguageClaim { language, level: if code == "fr" { Some(Cefr::C2) } else { level(random) } });
        }
    }
    all
}

fn contracts(random: &mut Random) -> Vec<ContractKind> {
    use ContractKind::{Apprenticeship, FixedTerm, Internship, Permanent, Seasonal, Temporary};
    let wanted =
        [(Permanent, 90), (FixedTerm, 50), (Temporary, 30), (Seasonal, 20), (Apprenticeship, 10), (Internship, 10)];
    wanted.into_iter().filter(|(_, often)| random.percent(*often)).map(|(kind, _)| kind).collect()
}

/// A level of the European Qualifications Framework.
pub(super) fn eqf(level: usize) -> Option<Eqf> {
    u8::try_from(level).ok().and_then(Eqf::new)
}
