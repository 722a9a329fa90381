mod marks;
mod noise;
mod towns;

use std::ops::Range;

use super::words::words;

/// A job title without what is no part of the job: gender marks (`(H/F)`, `m/w/d`), reference numbers, kind and length
/// of the contract, working time, places, and the firm behind `chez`, `bei` or `at`. Seniority and speciality stay. In the
/// writer's own words, for comparing titles as texts; a title that holds nothing else stays as it is.
///
/// ```
/// use matcher_core::reading::title;
///
/// assert_eq!(title("Alternance - Data Engineer confirmé (H/F) - Paris (75) - Réf. 12345"), "Data Engineer confirmé");
/// assert_eq!(title("Elektriker (m/w/d) in Vollzeit, unbefristet"), "Elektriker");
/// assert_eq!(title("CDI"), "CDI");
/// ```
pub fn title(text: &str) -> String {
    title_without(text, &[])
}

/// [`title`], leaving out these names too: the offer's own towns and employer.
///
/// ```
/// assert_eq!(matcher_core::reading::title_without("Soudeur - Aubenas - Ferronnerie Dupont", &["Aubenas", "Ferronnerie Dupont"]), "Soudeur");
/// ```
pub fn title_without(text: &str, names: &[&str]) -> String {
    let names: Vec<Vec<String>> =
        names.iter().map(|name| words(name).into_iter().map(|word| word.folded).collect()).collect();
    let plain = marks::without(text);
    let mut kept: Vec<String> = Vec::new();
    for segment in segments(&plain) {
        let inside = &plain[segment];
        let rest = noise::without(inside, &names);
        if !words(&rest).is_empty() && !kept.contains(&rest) {
            kept.push(rest);
        }
    }
    if kept.is_empty() { text.trim().to_owned() } else { kept.join(", ") }
}

/// Parts of a title: between dashes, bars, brackets, colons, commas and strokes with blanks around.
fn segments(title: &str) -> Vec<Range<usize>> {
    let of_title = words(title);
    let between = |i: usize| &title[of_title[i - 1].at.end..of_title[i].at.start];
    // `Chargé(e)`, `Chef (fe)`: an ending in brackets.
    let ending = |i: usize| {
        let (before, after) = (&title[..of_title[i].at.start], &title[of_title[i].at.end..]);
        let open = before.strip_suffix('(');
        let hangs = open.is_some_and(|stem| stem.ends_with(char::is_alphabetic) && of_title[i].folded.len() <= 6);
        after.starts_with(')') && open.is_some() && (hangs || ENDINGS.contains(&of_title[i].folded.as_str()))
    };
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for i in 1..=of_title.len() {
        let cut = i == of_title.len()
            || if ending(i - 1) { parts(&between(i)[1..]) } else { !ending(i) && parts(between(i)) };
        if cut {
            all.push(start(title, of_title[from].at.start)..of_title[i - 1].at.end + usize::from(ending(i - 1)));
            from = i;
        }
    }
    all
}

/// Where a part begins: the dot of `.NET` belongs to it.
fn start(title: &str, word: usize) -> usize {
    match title[..word].strip_suffix('.') {
        Some(before) if before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric()) => word - 1,
        _ => word,
    }
}

/// Feminine endings that stand in brackets behind a blank.
const ENDINGS: &[&str] = &["e", "fe", "ffe", "euse", "se", "trice", "rice", "ere", "ne", "in", "innen", "ice", "ve"];

/// Whether the signs between two words part them.
fn parts(between: &str) -> bool {
    let blank = between.contains(char::is_whitespace);
    let sign = |c: char| matches!(c, '|' | ',' | ';' | ':' | '[' | ']' | '–' | '—' | '•' | '_' | '!' | '?');
    between.contains(sign)
        || blank && between.contains(['-', '/', '(', ')'])
        || blank && between.trim_start().starts_with(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gender_marks_references_and_contracts_go() {
        for (text, left) in [
            ("Data Engineer H/F", "Data Engineer"),
            ("Data Engineer Confirmé F/H", "Data Engineer Confirmé"),
            ("INGÉNIEUR DATA (CDI) - H/F", "INGÉNIEUR DATA"),
            ("Mission freelance - Business Data Analyst (H/F)", "Business Data Analyst"),
            ("Soudeur en intérim", "Soudeur"),
            ("Alternant comptable F/H", "comptable"),
            ("Stage de fin d'études - Data Scientist", "Data Scientist"),
            ("CDD 6 mois - Assistante RH", "Assistante RH"),
            ("Secrétaire (35h) temps partiel", "Secrétaire"),
            ("Ref : AB-20391 Technicien de maintenance", "Technicien de maintenance"),
            ("Technicien #2024-118 de maintenance", "Technicien, de maintenance"),
            ("Développeur(se) web en alternance - 24 mois", "Développeur(se) web"),
            ("Praktikum Marketing (all genders)", "Marketing"),
            ("Software Engineer (m/f/d) full-time", "Software Engineer"),
        ] {
            assert_eq!(title(text), left, "{text}");
        }
    }

    #[test]
    fn places_go_by_themselves_or_behind_a_dash() {
        for (text, left) in [
            ("Data analyst - Lyon", "Data analyst"),
            ("Consultant SAP (Paris 75)", "Consultant SAP"),
            ("Consultant DATA - Ile-de-France h/f", "Consultant DATA"),
            ("Architecte Cloud - IDF", "Architecte Cloud"),
            ("Pflegefachkraft in Berlin", "Pflegefachkraft"),
            ("Chef de projet à Nantes", "Chef de projet"),
            ("Technicien (69)", "Technicien"),
            ("Lyon - Technicien", "Technicien"),
            ("Ingénieur (24) - Dordogne", "Ingénieur"),
            ("Assistant à Marcq en Barœul", "Assistant"),
            ("Business Analyst LYON", "Business Analyst"),
        ] {
            assert_eq!(title(text), left, "{text}");
        }
    }

    #[test]
    fn what_tells_the_job_stays() {
        for text in [
            "Développeur Java Senior",
            "Développeur·euse web",
            "Administrateur Windows 2019",
            "Développeur AS400",
            "Ingénieur C++",
            "Développeur .NET",
            "Chargé(e) de qualité",
            "Chef (fe) de projet",
            "Crédit Agricole de Lorraine",
            "Chargé de recrutement intérim",
            "Conseiller alternance",
            "Responsable des stages",
            "Aide-soignant",
            "Secrétaire comptable",
        ] {
            assert_eq!(title(text), text);
        }
    }

    #[test]
    fn the_firm_behind_chez_goes_and_names_that_are_given_too() {
        assert_eq!(title("Vendeur chez Dupont & Fils (H/F)"), "Vendeur");
        assert_eq!(title_without("Cuisinier Largentière", &["Largentière"]), "Cuisinier");
        assert_eq!(title_without("Cuisinier", &["Cuisinier"]), "Cuisinier");
    }

    proptest::proptest! {
        #[test]
        fn a_title_with_words_never_ends_up_empty(text: String) {
            proptest::prop_assert_eq!(words(&title(&text)).is_empty(), words(&text).is_empty());
        }
    }
}
