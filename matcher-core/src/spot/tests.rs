use proptest::prelude::*;

use super::{Spotter, oracle, utf16};
use crate::Taxonomy;
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};

/// Skills and occupations by their labels, which are their ids too.
fn taxonomy() -> Taxonomy {
    use ConceptKind::{Occupation, Skill};
    let mut builder = Taxonomy::builder();
    for (language, labels) in [
        (
            Language::EN,
            &[
                "SQL",
                "Go (computer programming)",
                "R",
                "C",
                "C++",
                "C#",
                "Java (computer programming)",
                "JavaScript",
                "Objective-C",
                "project management",
                "machine learning",
                "use microsoft word",
                "Excel",
                "Word",
                "Access",
                "Microsoft Access",
                "Teams",
                "Swift (computer programming)",
                "Sage",
                "data mining",
                "communication",
                "teach communication",
                "CI/CD",
                "node.js",
                "cloud computing",
                "office software",
                "Python",
                "PHP",
                "SAP",
                "Kubernetes",
                "ERP",
                "lead",
            ][..],
        ),
        (
            Language::FR,
            &[
                "gestion de projets",
                "paris",
                "comptabilité",
                "développement web",
                "enseigner la communication",
                "vente",
                "gestion de la relation client",
                "intelligence artificielle",
                "communication",
                "préparation du bilan",
                "tableaux de bord",
                "BTS comptabilité",
            ],
        ),
        (
            Language::DE,
            &["Projektmanagement", "Buchhaltung", "Verwaltung von Projekten", "Webanwendung", "Lagerlogistik"],
        ),
    ] {
        for label in labels {
            builder.label(Skill, label, language, LabelKind::Preferred, label);
        }
    }
    builder.label(Occupation, "dev", Language::FR, LabelKind::Preferred, "développeur web/développeuse web");
    builder.label(Occupation, "dev", Language::DE, LabelKind::Preferred, "Webentwickler/Webentwicklerin");
    builder.build().unwrap()
}

/// What is found: the words of the text, with `!` before what is denied.
fn found(text: &str) -> Vec<String> {
    found_with(text, None)
}

fn found_with(text: &str, hint: Option<Language>) -> Vec<String> {
    let spotter = Spotter::new(&taxonomy());
    let finds = spotter.spot(text, hint);
    let mut words: Vec<String> =
        finds.iter().map(|f| format!("{}{}", if f.negated { "!" } else { "" }, &text[f.start..f.end])).collect();
    words.dedup();
    words
}

fn ids(text: &str) -> Vec<String> {
    let taxonomy = taxonomy();
    Spotter::new(&taxonomy).spot(text, None).iter().map(|f| f.concept(&taxonomy).id().to_owned()).collect()
}

#[test]
fn a_label_is_found_in_its_usual_forms() {
    assert_eq!(found("Vous assurez la gestion de projets."), ["gestion de projets"]);
    assert_eq!(
        found("Vous assurez la gestion des projets et la gestion de vos projets"),
        ["gestion des projets", "gestion de vos projets"]
    );
    assert_eq!(found("Compétences : projets (gestion de), projets, gestion de"), ["projets, gestion"]);
    assert_eq!(found("Elle est développeuse web, lui est développeur web"), ["développeuse web", "développeur web"]);
    assert_eq!(found("Wir suchen für die Entwicklung von Webanwendungen"), ["Webanwendungen"]);
    assert_eq!(found("im Rahmen des Projektmanagements"), ["Projektmanagements"]);
    assert_eq!(found("You know web développement"), ["web développement"]);
}

#[test]
fn another_order_with_small_words_is_another_meaning() {
    assert_eq!(found("un projet de gestion pour vous"), [""; 0]);
}

#[test]
fn the_longest_label_wins_from_the_left() {
    assert_eq!(found("Vous connaissez Microsoft Access et le SQL"), ["Microsoft Access", "SQL"]);
    assert_eq!(ids("Vous enseignez la communication"), [""; 0]);
}

#[test]
fn communication_does_not_become_teach_communication() {
    assert!(!ids("bonne communication, SQL, communication").contains(&"teach communication".to_owned()));
    assert_eq!(ids("You teach communication to others"), ["teach communication"]);
}

#[test]
fn tokens_have_borders() {
    assert_eq!(found("Vous maîtrisez JavaScript et non le café"), ["JavaScript"]);
    assert_eq!(ids("Vous maîtrisez JavaScript"), ["JavaScript"]);
    assert_eq!(ids("expérience en vente, pas verte"), ["vente"]);
    assert_eq!(found("écrire à jobs@sql.fr ou sur www.sql.com/word"), [""; 0]);
    assert_eq!(found("de la gestion. Projets à venir"), [""; 0]);
}

#[test]
fn short_names_count_where_they_stand_like_names() {
    assert_eq!(found("You own our go-to-market strategy and the go to market plan"), [""; 0]);
    assert_eq!(found("Go to market is your job. Go for it. Let's Go!"), [""; 0]);
    assert_eq!(found("You write Python, Go and SQL"), ["Python", "Go", "SQL"]);
    assert_eq!(found("Expérience en langage Go ou R"), ["Go", "R"]);
    assert_eq!(found("You see red flags in R&D, plan C and vitamin C"), [""; 0]);
    assert_eq!(found("Python, R et SQL"), ["Python", "R", "SQL"]);
    assert_eq!(found("C/C++ et C#"), ["C", "C++", "C#"]);
    assert_eq!(found("permis B, C ou CE"), [""; 0]);
}

#[test]
fn names_that_are_words_need_their_capital() {
    assert_eq!(found("you excel in teams and have access to a word of mouth network"), [""; 0]);
    assert_eq!(found("Excel in a growing company. Teams of ten work with us"), [""; 0]);
    assert_eq!(found("Vous maîtrisez Excel, Word et Access."), ["Excel", "Word", "Access"]);
    assert_eq!(found("Logiciels :\n- Excel\n- Sage\n- Teams"), ["Excel", "Sage", "Teams"]);
    assert_eq!(found("une sage-femme, swift replies, our objective is growth"), [""; 0]);
    assert_eq!(found("notre erp interne et un ERP"), ["ERP"]);
}

#[test]
fn towns_and_things_are_no_skills() {
    assert_eq!(found("Poste à Paris, société de communication"), [""; 0]);
    assert_eq!(found("You lead a team"), [""; 0]);
}

#[test]
fn what_is_denied_is_marked() {
    for (text, expected) in [
        ("Pas de Java ni de PHP, mais du Python", vec!["!Java", "!PHP", "Python"]),
        ("Sans connaissance de SAP, vous maîtrisez Excel", vec!["!SAP", "Excel"]),
        ("Aucune expérience en Java. Le SQL est demandé", vec!["!Java", "SQL"]),
        ("Je ne connais pas Java mais je pratique le SQL", vec!["!Java", "SQL"]),
        ("Je ne maîtrise ni Java, ni PHP", vec!["!Java", "!PHP"]),
        ("SAP n'est pas nécessaire, le SQL l'est", vec!["!SAP", "SQL"]),
        ("Wir arbeiten ohne SAP. Sie können SQL", vec!["!SAP", "SQL"]),
        ("Es sind keine Java-Kenntnisse und kein PHP nötig", vec!["!Java", "!PHP"]),
        ("SAP ist nicht erforderlich, aber SQL ist wichtig", vec!["!SAP", "SQL"]),
        ("You need no Java, PHP or C++, but SQL", vec!["!Java", "!PHP", "!C++", "SQL"]),
        ("SAP is not required for this job", vec!["!SAP"]),
        ("You work without SAP", vec!["!SAP"]),
        ("Sans Java, Python exigé", vec!["!Java", "Python"]),
        ("Il n'y a pas de PHP ici", vec!["!PHP"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_denial_that_is_none_denies_nothing() {
    for text in [
        "Pas seulement Java",
        "Vous pratiquez PHP sans oublier Java",
        "N'hésitez pas à utiliser Java",
        "You know not only Java",
        "Sie kennen nicht nur Java",
        "sans doute Java",
        "Vous apprenez pas à pas Java",
    ] {
        assert!(found(text).contains(&"Java".to_owned()), "{text} {:?}", found(text));
    }
}

#[test]
fn fields_of_diplomas_and_names_of_firms_are_set_aside() {
    assert_eq!(found("Titulaire d'un BTS comptabilité ou d'un master en intelligence artificielle"), [""; 0]);
    assert_eq!(found("Diplômé en comptabilité, compétences en vente"), ["vente"]);
    assert_eq!(found("Vous travaillez chez Sage, avec Sage"), ["Sage"]);
}

#[test]
fn a_text_without_a_language_of_its_own_takes_the_hint() {
    assert_eq!(found_with("Projektmanagements", Some(Language::DE)), ["Projektmanagements"]);
}

#[test]
fn places_are_bytes_of_the_text_given_and_utf_16_units_for_javascript() {
    let spotter = Spotter::new(&taxonomy());
    for (text, bytes, units) in [
        ("é SQL", (3, 6), (2, 5)),
        ("ß SQL", (3, 6), (2, 5)),
        ("😀 SQL", (5, 8), (3, 6)),
        ("e\u{301} SQL", (4, 7), (3, 6)),
        ("comptabilite\u{301}", (0, 14), (0, 13)),
    ] {
        let finds = spotter.spot(text, Some(Language::FR));
        assert_eq!(finds.iter().map(|f| (f.start, f.end)).collect::<Vec<_>>(), [bytes], "{text}");
        assert_eq!(utf16(text, &finds).iter().map(|f| (f.start, f.end)).collect::<Vec<_>>(), [units], "{text}");
    }
}

#[test]
fn one_text_gives_the_same_in_any_unicode_form() {
    let composed = "développement web et gestion de projets";
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(composed).collect();
    assert_eq!(ids(composed), ids(&decomposed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn the_fast_spotter_is_the_slow_one(words in prop::collection::vec(
        prop::sample::select(vec![
            "gestion", "de", "des", "projets", "projet", "web", "développement", "communication", "enseigner", "Java",
            "Go", "R", "C", "Python", "SQL", "pas", "sans", "mais", ",", ".", "\n", "-", "et", "/", "(", ")", "Microsoft",
            "Access", "use", "word", "machine", "learning", "relation", "client", "la", "BTS", "comptabilité", "und",
            "Projekten", "Verwaltung", "von", "kein", "requis", "CI/CD", "node.js", "d'", "😀", "C++", "x",
        ]),
        0..24,
    ), tight in prop::collection::vec(any::<bool>(), 24)) {
        let mut text = String::new();
        for (word, tight) in words.iter().zip(tight) {
            text.push_str(word);
            if !tight {
                text.push(' ');
            }
        }
        let taxonomy = taxonomy();
        prop_assert_eq!(Spotter::new(&taxonomy).spot(&text, None), oracle::spot(&taxonomy, &text));
    }

    #[test]
    fn any_text_can_be_read(text: String) {
        let spotter = Spotter::new(&taxonomy());
        for find in spotter.spot(&text, None) {
            prop_assert!(text.get(find.start..find.end).is_some());
        }
    }
}
