use std::collections::BTreeMap;

use matcher_core::Taxonomy;
use matcher_core::model::{Language, SkillClaim};
use matcher_core::taxonomy::ConceptKind;

use super::catalogue::{Catalogue, Occupation};
use super::{Size, Workload};

/// Language of the words.
const LANGUAGE: Language = Language::FR;

impl Catalogue {
    /// What a taxonomy has: its occupations that ask for skills, in the order of their ids, with their labels.
    pub fn of(taxonomy: &Taxonomy) -> Catalogue {
        let skills: Vec<String> = taxonomy.concepts(ConceptKind::Skill).map(|skill| skill.id().to_owned()).collect();
        let numbers: BTreeMap<&str, usize> = skills.iter().enumerate().map(|(i, id)| (id.as_str(), i)).collect();
        let occupation = |occupation: matcher_core::taxonomy::ConceptView<'_>| {
            let (essential, optional) = occupation.skills();
            let own =
                essential.into_iter().chain(optional).filter_map(|id| numbers.get(id).copied()).collect::<Vec<_>>();
            let label = occupation.label(LANGUAGE).to_owned();
            (!own.is_empty()).then(|| Occupation { id: occupation.id().to_owned(), label, skills: own })
        };
        let occupations = taxonomy.concepts(ConceptKind::Occupation).filter_map(occupation).collect();
        Catalogue { skills, occupations }
    }
}

impl Workload {
    /// A market over a taxonomy with a table of words in which nobody names a concept: offers have a title and a text of some
    /// sentences, people write the titles of their jobs, wishes and skills.
    pub fn in_words(taxonomy: Taxonomy, size: Size) -> Workload {
        let catalogue = Catalogue::of(&taxonomy);
        let label = |id: &str| {
            let skill = taxonomy.get(ConceptKind::Skill, id);
            skill.map_or_else(String::new, |skill| skill.label(LANGUAGE).to_owned())
        };
        let mut market = Workload::over(&catalogue, taxonomy.clone(), size);
        for offer in &mut market.offers {
            let named = offer.occupation.take();
            let occupation = named.and_then(|id| taxonomy.get(ConceptKind::Occupation, &id));
            if let Some(occupation) = occupation {
                // A number keeps titles apart, as towns and names do in real ones.
                let number = offer.id.trim_start_matches(|c: char| !c.is_ascii_digit());
                offer.title = format!("{} {}", occupation.label(LANGUAGE), &number[number.len() - 2..]);
            }
            let asked = offer.essential_skills.drain(..).chain(offer.optional_skills.drain(..));
            let sentences: Vec<String> =
                asked.take(6).map(|claim| format!("Vous devez {}.", label(&claim.skill))).collect();
            offer.text = Some(sentences.join(" "));
        }
        for profile in &mut market.profiles {
            profile.occupations.iter_mut().for_each(|past| past.occupation = None);
            profile.wishes.iter_mut().for_each(|wish| wish.occupation = None);
            let written = |claim: &SkillClaim| SkillClaim { level: claim.level, ..label(&claim.skill).as_str().into() };
            profile.skills = profile.skills.iter().map(written).collect();
        }
        market
    }
}
