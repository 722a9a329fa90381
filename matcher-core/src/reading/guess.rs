use super::words::words;
use crate::model::Language;

/// Fewer words than this tell nothing.
const LEAST: usize = 15;

/// The language that most of a text is written in, by its small words: French, German, English or Luxembourgish. `None` for a
/// text of few words, or where no language has a tenth of its words and twice as many as any other.
pub fn language_of(text: &str) -> Option<Language> {
    let all = words(text);
    if all.len() < LEAST {
        return None;
    }
    let count = |small: &[&str]| all.iter().filter(|word| small.contains(&word.folded.as_str())).count();
    let mut counts = SMALL.map(|(language, small)| (count(small), language));
    counts.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    let [(first, language), (second, _), ..] = counts;
    (first * 10 >= all.len() && first >= second * 2).then_some(language)
}

/// Words that stand in nearly every sentence of one language and hardly in one of the others.
const SMALL: [(Language, &[&str]); 4] = [
    (
        Language::FR,
        &[
            "le", "la", "les", "des", "du", "et", "vous", "nous", "pour", "dans", "sur", "avec", "une", "est", "aux",
            "au", "vos", "votre", "notre", "nos", "ou", "par", "en",
        ],
    ),
    (
        Language::DE,
        &[
            "der", "die", "das", "und", "mit", "fur", "wir", "sie", "ein", "eine", "von", "im", "zu", "den", "dem",
            "auf", "ist", "bei", "oder", "ihre", "unser", "sowie", "werden",
        ],
    ),
    (
        Language::EN,
        &[
            "the", "and", "of", "to", "for", "with", "you", "we", "our", "is", "are", "will", "your", "by", "as",
            "that", "have", "be", "this", "or", "from",
        ],
    ),
    (
        Language::LB,
        &[
            "mat", "vun", "fir", "an", "eng", "mir", "dir", "ass", "gett", "oder", "op", "aer", "eis", "kann", "dat",
            "sech", "och",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_by_their_small_words() {
        for (text, language) in [
            (
                "Vous assurez le suivi des commandes et la relation avec les clients du secteur, dans une équipe de dix personnes",
                Language::FR,
            ),
            (
                "Sie übernehmen die Wartung der Anlagen und sind für die Sicherheit im Betrieb verantwortlich, mit einem Team von zehn",
                Language::DE,
            ),
            (
                "You will work with the team on our data platform and you are responsible for the quality of the reports we ship",
                Language::EN,
            ),
            (
                "Mir sichen eng Persoun fir den Empfang, déi mat de Clienten schafft an dat och op Franséisch kann, fir eis Equipe",
                Language::LB,
            ),
        ] {
            assert_eq!(language_of(text), Some(language), "{text}");
        }
        assert_eq!(language_of("Data Engineer"), None);
    }

    #[test]
    fn a_french_text_full_of_english_terms_is_french() {
        let text = "Vous rejoignez la data factory pour le delivery des pipelines, avec les data engineers et les product owners du lab, \
            et vous animez le backlog";
        assert_eq!(language_of(text), Some(Language::FR));
    }
}
