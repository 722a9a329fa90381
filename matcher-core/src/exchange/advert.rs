//! An employer's advertisement of a few lines as an offer.

use super::values::{
    PayReading, check_pay, read_contract, read_education, read_hours, read_licence, read_pay, read_years,
};
use crate::model::{Ask, EducationNeed, LanguageNeed, Limits, Offer, PlaceRef, SkillClaim};
use crate::place::Resolved;
use crate::spot::{Find, readable};
use crate::taxonomy::ConceptKind;
use crate::{Engine, Issue, Severity, reading, text};

/// So many characters of the first line are a title; more are a sentence.
const TITLE: usize = 100;

impl Engine {
    /// An advertisement in free text as an offer: its first line is the title; places, contract, hours, pay, languages,
    /// education, experience, licences, days at the workplace and skills are read from all of it. Every part of the text from
    /// which nothing was read is an issue, `advert.not-understood`, so that the employer can say it in a field. The offer is
    /// a draft to be confirmed: what is read here is what stands there in words that allow one reading.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// # use matcher_core::{Engine, Taxonomy};
    /// let engine = Engine::builder(Taxonomy::embedded()).build()?;
    /// let advert = "Développeur web (H/F)\nCDI à Metz, 35 h par semaine, 2 500 € brut par mois\nPHP et Docker, ambiance du tonnerre";
    /// let (offer, issues) = engine.read_advert("o1", advert);
    /// assert_eq!(offer.essential_skills.len(), 2);
    /// assert!(offer.contract.is_some() && offer.pay.is_some() && offer.places.len() == 1);
    /// assert!(issues.iter().any(|issue| issue.cause.contains("ambiance du tonnerre")));
    /// # }
    /// # Ok::<(), matcher_core::Error>(())
    /// ```
    pub fn read_advert(&self, id: &str, advert: &str) -> (Offer, Vec<Issue>) {
        let mut offer = Offer::new(id, "");
        let told = |issue: Issue| issue.of(id).at("/text");
        if let Err(issue) = readable(advert.as_bytes(), &Limits::default()) {
            return (offer, vec![told(*issue)]);
        }
        offer.text = Some(advert.to_owned());
        let finds = self.spotter().spot(advert, None);
        offer.languages = languages(advert);
        offer.on_site_days = reading::remote_days(advert).map(|days| 5 - days.min(5));
        let mut issues = Vec::new();
        let mut title_is_read = false;
        for part in parts(advert) {
            let words = advert[part.clone()].trim();
            if !title_is_read {
                title_is_read = true;
                if words.chars().count() <= TITLE {
                    offer.title = words.to_owned();
                    offer.contract = reading::contract_in_title(words);
                    continue;
                }
            }
            let inside = |find: &&Find| part.start <= find.start && find.end <= part.end;
            let named = finds.iter().filter(inside).count() > 0;
            let read = self.read_part(words, &mut offer);
            if !named && !read {
                let issue =
                    Issue::new("advert.not-understood", Severity::Note, format!("“{words}” was not understood"));
                issues.push(told(issue.action("Where it matters, say it in a field of the offer.")));
            }
        }
        offer.contract = offer.contract.or_else(|| reading::contract_in_text(advert));
        skills(self, &finds, &mut offer);
        if offer.title.is_empty() {
            let issue = Issue::new("advert.no-title", Severity::Warning, "the text begins with no title");
            issues.push(told(issue.action("Write the title of the job on a line of its own, before all else.")));
        }
        (offer, issues)
    }

    /// Reads one part into the fields that are still empty; whether anything was read.
    fn read_part(&self, words: &str, offer: &mut Offer) -> bool {
        let folded = format!(" {} ", text::fold(words));
        let says = |cues: &[&str]| cues.iter().any(|cue| folded.contains(cue));
        let mut read = !reading::languages(words).is_empty() || reading::remote_days(words).is_some();
        let money = words.contains('€') || words.contains('$') || says(&[" euro", " chf ", " eur ", " k eur "]);
        if money
            && offer.pay.is_none()
            && let Some(PayReading::AsSaid(pay) | PayReading::BySize { pay, .. }) =
                read_pay(words).map(|p| check_pay(&p))
        {
            offer.pay = Some(pay);
            read = true;
        }
        if !money && says(&[" h ", "heures", " hours", "stunden", "35h ", "39h "]) && offer.hours.is_none() {
            offer.hours = read_hours(words);
            read |= offer.hours.is_some();
        }
        if says(&["experience", "erfahrung"])
            && offer.experience == Ask::NotAsked
            && let Some(years) = read_years(words)
        {
            offer.experience = Ask::Known(years);
            read = true;
        }
        if says(&[" bac ", " bac", " bts ", " dut ", " cap ", " master ", " licence ", "diplom", " bachelor "])
            && offer.education == Ask::NotAsked
            && let Some(eqf) = read_education(words)
        {
            offer.education = Ask::Known(EducationNeed { eqf, must: false });
            read = true;
        }
        if says(&["permis", "caces", "fuhrerschein", "driving licence", "habilitation"])
            && let Some(licence) = read_licence(words)
        {
            match &mut offer.licences {
                Ask::Known(known) => known.push(licence),
                other => *other = Ask::Known(vec![licence]),
            }
            read = true;
        }
        // "CDI à Metz": initials are a kind of contract by themselves.
        let initials = |word: &&str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase());
        let kind = words.split_whitespace().filter(initials).find_map(read_contract);
        if let Some(kind) = kind.or_else(|| read_contract(words)).or_else(|| reading::contract_in_text(words)) {
            offer.contract = offer.contract.or(Some(kind));
            read = true;
        }
        read | self.read_place(words, offer)
    }

    /// The towns that a part names as places of work, or that it ends with behind *à*, *in* or *bei*, or that it is.
    fn read_place(&self, words: &str, offer: &mut Offer) -> bool {
        let mut names = reading::workplace(words);
        names.push(words);
        for link in [" à ", " in ", " bei ", " at "] {
            names.extend(words.rsplit_once(link).map(|(_, name)| name));
        }
        let mut found = false;
        for name in names {
            let name = name.trim_matches(|c: char| !c.is_alphanumeric());
            // A number alone is a postal code only where it has the digits of one.
            let town = name.starts_with(char::is_uppercase) || (4..=5).contains(&name.len());
            let digits = name.bytes().all(|b| b.is_ascii_digit());
            if name.is_empty() || !town || digits && name.len() < 4 {
                continue;
            }
            let place = PlaceRef::from(name);
            if let Resolved::Point { .. } = self.places().resolve(&place) {
                found = true;
                if !offer.places.contains(&place) {
                    offer.places.push(place);
                }
            }
        }
        found
    }
}

fn languages(advert: &str) -> Ask<Vec<LanguageNeed>> {
    let asked = reading::languages(advert).into_iter();
    let asked: Vec<_> = asked.map(|l| LanguageNeed { language: l.language, level: l.level, must: false }).collect();
    if asked.is_empty() { Ask::NotAsked } else { Ask::Known(asked) }
}

/// The skills found, each once, by their ids.
fn skills(engine: &Engine, finds: &[Find], offer: &mut Offer) {
    let mut end = 0;
    for find in finds.iter().filter(|find| find.kind == ConceptKind::Skill && !find.negated && !find.is_soft()) {
        if find.start < end {
            continue;
        }
        end = find.end;
        let id = find.concept(engine.taxonomy()).id();
        if offer.essential_skills.iter().all(|known| known.skill != id) {
            offer.essential_skills.push(SkillClaim { spotted: true, ..id.into() });
        }
    }
}

/// The parts of a text: its lines, cut at commas, semicolons, bullets and the ends of sentences.
fn parts(advert: &str) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut line = 0;
    let mut push = |from: usize, to: usize| {
        if advert[from..to].chars().any(char::is_alphanumeric) {
            parts.push(from..to);
        }
    };
    for (at, c) in advert.char_indices() {
        let next = advert[at + c.len_utf8()..].chars().next();
        let before = advert[..at].chars().next_back();
        let cuts = match c {
            '\n' | ';' | '•' => true,
            // Not inside of a number, and not in the title.
            ',' => {
                line > 0 && !(before.is_some_and(|b| b.is_ascii_digit()) && next.is_some_and(|n| n.is_ascii_digit()))
            }
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if cuts {
            push(from, at);
            from = at + c.len_utf8();
        }
        line += usize::from(c == '\n' && from > 0);
    }
    push(from, advert.len());
    parts
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;
    use crate::Taxonomy;

    fn engine() -> Engine {
        Engine::builder(Taxonomy::embedded()).build().unwrap()
    }

    #[test]
    fn three_lines_become_an_offer_and_what_is_left_is_told() {
        let advert = "Développeuse web\nCDI à Metz, 35 h par semaine, 2 500 à 2 800 € brut par mois, permis B\n\
            PHP, Docker et SQL, allemand courant, pas de Java, bonne humeur obligatoire";
        let (offer, issues) = engine().read_advert("o", advert);
        assert_eq!(offer.title, "Développeuse web");
        assert_eq!(offer.essential_skills.len(), 3, "{:?}", offer.essential_skills);
        assert!(offer.essential_skills.iter().all(|claim| claim.spotted));
        assert_eq!(offer.places, [PlaceRef::from("Metz")]);
        assert!(offer.contract.is_some() && offer.pay.is_some() && offer.hours.is_some(), "{offer:?}");
        assert_eq!(offer.languages.known().map(Vec::len), Some(1));
        assert_eq!(offer.licences.known().map(Vec::len), Some(1));
        let told: Vec<&str> = issues.iter().map(|issue| issue.cause.as_str()).collect();
        assert_eq!(told, ["“bonne humeur obligatoire” was not understood"]);
    }

    #[test]
    fn a_pdf_is_refused_and_a_sentence_is_no_title() {
        let (offer, issues) = engine().read_advert("o", "%PDF-1.4");
        assert_eq!((offer.text, issues[0].code.as_ref()), (None, "text.pdf"));
        let (offer, issues) = engine().read_advert("o", &"nous cherchons quelqu'un ".repeat(9));
        assert_eq!((offer.title.as_str(), issues.last().unwrap().code.as_ref()), ("", "advert.no-title"));
    }
}
