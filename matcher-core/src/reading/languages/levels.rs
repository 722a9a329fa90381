use std::sync::LazyLock;

use super::super::pattern::Patterns;
use super::super::words::Word;
use crate::units::Cefr;

/// What the words around the name of a language say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// How well.
    Level(Cefr),
    /// That it is asked, not how well.
    Asked,
    /// That it helps.
    Welcome,
    /// Nothing: the name may be an adjective.
    Nothing,
}

/// The words of a level stand so near to the name.
const NEAR: usize = 9;
/// An adjective that praises anything (`bon`, `good`) stands nearer.
const BESIDE: usize = 3;

/// What the words say of the language named at `name`; `knowledge` where the name itself says that knowledge is meant.
pub(super) fn said(words: &[Word], name: usize, knowledge: bool) -> Said {
    let distance =
        |from: usize, length: usize| if from > name { from - name } else { (name + 1).saturating_sub(from + length) };
    if HEDGES.any(words) {
        return Said::Welcome;
    }
    let level = |word: &Word| {
        let plain = word.folded.trim_end_matches('+');
        Cefr::ALL.into_iter().find(|level| level.to_string().eq_ignore_ascii_case(plain))
    };
    let numbers = words.iter().enumerate().filter(|(at, _)| distance(*at, 1) <= NEAR + 3);
    if let Some(level) = numbers.clone().filter_map(|(_, word)| level(word)).min() {
        return Said::Level(level);
    }
    if let Some(level) = numbers.filter_map(|(at, word)| toeic(words, at, word)).next() {
        return Said::Level(level);
    }
    let near =
        LEVELS.all(words).into_iter().filter(|&(from, length, _)| distance(from, length) <= NEAR).map(|found| found.2);
    let beside = PRAISE
        .all(words)
        .into_iter()
        .filter(|&(from, length, _)| distance(from, length) <= BESIDE)
        .map(|found| found.2);
    // "Anglais technique courant" is the better, "très bon" more than the "bon" in it.
    match near.chain(beside).max() {
        Some(level) => Said::Level(level),
        None if knowledge || ASKED.all(words).into_iter().any(|(from, length, ())| distance(from, length) <= NEAR) => {
            Said::Asked
        }
        None => Said::Nothing,
    }
}

/// The level that a score of the TOEIC stands for, by its publisher's table for listening and reading.
fn toeic(words: &[Word], at: usize, word: &Word) -> Option<Cefr> {
    let named = words[at.saturating_sub(4)..at].iter().chain(words.get(at + 1)).any(|word| word.folded == "toeic");
    let score: u32 = word.folded.parse().ok().filter(|_| named)?;
    match score {
        945..=990 => Some(Cefr::C1),
        785..945 => Some(Cefr::B2),
        550..785 => Some(Cefr::B1),
        225..550 => Some(Cefr::A2),
        _ => None,
    }
}

static HEDGES: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "un plus",
        "serait un plus",
        "un atout",
        "atout",
        "apprecie",
        "appreciee",
        "apprecies",
        "appreciees",
        "souhaite",
        "souhaitee",
        "souhaitable",
        "souhaites",
        "idealement",
        "bienvenu*",
        "facultatif",
        "optionnel*",
        "de preference",
        "un avantage",
        "valorise*",
        "eventuellement",
        "von vorteil",
        "vorteilhaft",
        "wunschenswert",
        "wunscht",
        "ein plus",
        "idealerweise",
        "gerne gesehen",
        "optional",
        "nice to have",
        "a plus",
        "is a plus",
        "an asset",
        "an advantage",
        "preferred",
        "preferably",
        "ideally",
        "desirable",
        "a bonus",
        "beneficial",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

static ASKED: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "indispensable*",
        "exige*",
        "requis*",
        "obligatoire*",
        "imperatif*",
        "imperative*",
        "necessaire*",
        "demande*",
        "langue",
        "langues",
        "parlez",
        "parlant",
        "parle",
        "pratique de",
        "pratique du",
        "pratiquez",
        "connaissance de",
        "connaissances en",
        "erforderlich",
        "zwingend",
        "vorausgesetzt",
        "notwendig",
        "voraussetzung",
        "kenntnisse",
        "sprache",
        "sprachen",
        "required",
        "mandatory",
        "necessary",
        "essential",
        "speaking",
        "speaker",
        "language",
        "languages",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

static LEVELS: LazyLock<Patterns<Cefr>> = LazyLock::new(|| {
    let table: &[(Cefr, &[&str])] = &[
        (Cefr::C2, &["langue maternelle", "natif", "native", "natifs", "muttersprach*", "mother tongue"]),
        (
            Cefr::C1,
            &[
                "bilingue",
                "bilingues",
                "avance",
                "parfaitement",
                "parfaite maitrise",
                "excellente maitrise",
                "excellent niveau",
                "excellente connaissance",
                "tres bon niveau",
                "tres bonne maitrise",
                "tres bonne connaissance",
                "tres bonnes connaissances",
                "tres bonne pratique",
                "maitrise parfaite",
                "tres a l aise",
                "verhandlungssicher*",
                "sehr gut",
                "sehr gute",
                "sehr guten",
                "sehr guter",
                "ausgezeichnete*",
                "hervorragende*",
                "zweisprachig*",
                "bilingual",
                "advanced",
                "proficient",
                "very good",
                "excellent ~ english",
                "full professional",
            ],
        ),
        (
            Cefr::B2,
            &[
                "courant",
                "courante",
                "courants",
                "couramment",
                "professionnel",
                "professionnelle",
                "operationnel",
                "operationnelle",
                "bon niveau",
                "bonne maitrise",
                "bonne pratique",
                "bonne connaissance",
                "bonnes connaissances",
                "bonnes notions",
                "bonnes bases",
                "maitrise",
                "maitrisez",
                "maitrisant",
                "maitriser",
                "a l aise",
                "aisance",
                "lu ecrit parle",
                "lu ecrit et parle",
                "ecrit et oral",
                "oral et ecrit",
                "ecrit et a l oral",
                "oral et a l ecrit",
                "l ecrit comme a l oral",
                "l oral comme a l ecrit",
                "ecrit comme oral",
                "ecrit et parle",
                "parle et ecrit",
                "solide niveau",
                "niveau confirme",
                "fliessend",
                "fliessende",
                "fliessendes",
                "fliessenden",
                "fluessig",
                "in wort und schrift",
                "sicherer umgang",
                "fluent",
                "fluently",
                "fluency",
                "proficiency",
                "professional",
                "working knowledge",
                "business level",
                "business english",
                "good level",
                "good command",
                "good knowledge",
                "strong command",
                "written and spoken",
                "spoken and written",
                "written and verbal",
                "verbal and written",
                "oral and written",
                "written and oral",
                "comfortable",
                "flessend",
            ],
        ),
        (
            Cefr::B1,
            &[
                "intermediaire",
                "niveau moyen",
                "technique",
                "niveau correct",
                "lecture de documents",
                "lecture de documentation",
                "documentation technique",
                "intermediate",
                "conversational",
                "mittlere",
                "mittleres",
            ],
        ),
        (
            Cefr::A2,
            &[
                "notions",
                "notion",
                "bases",
                "base",
                "scolaire",
                "elementaire",
                "grundkenntnisse",
                "grundkenntnissen",
                "basic",
            ],
        ),
        (Cefr::A1, &["debutant", "anfanger", "beginner"]),
    ];
    Patterns::new(table.iter().flat_map(|&(level, all)| all.iter().map(move |&words| (words, level))))
});

/// Praise that stands for a level only beside the name.
static PRAISE: LazyLock<Patterns<Cefr>> = LazyLock::new(|| {
    let good = ["bon", "bonne", "bons", "solide", "gut", "gute", "guten", "gutes", "good", "strong", "solid"]
        .map(|word| (word, Cefr::B2));
    let better = ["excellent", "excellente", "tres bon", "parfait", "perfekt*"].map(|word| (word, Cefr::C1));
    Patterns::new(good.into_iter().chain(better))
});
