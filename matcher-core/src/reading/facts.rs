//! Facts of an advertisement's text that fields hold too.

use std::sync::LazyLock;

use super::clauses::clauses;
use super::negation::negated;
use super::pattern::Patterns;
use super::words::{Word, words};
use crate::model::PayPeriod;

/// The names that a text gives as the place of work: what follows `poste basé à`, `lieu de travail :`, `Arbeitsort:`, `based in`, up to
/// the end of the capitals, each once. A gazetteer must say whether a name is a town.
///
/// ```
/// assert_eq!(matcher_core::reading::workplace("Poste basé à Saint-Malo. Déplacements à Rennes."), ["Saint-Malo"]);
/// ```
pub fn workplace(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    let mut announced = false;
    for clause in clauses(text) {
        let inside = &text[clause.at.clone()];
        let of_clause = words(inside);
        if std::mem::take(&mut announced) {
            add(&mut all, name_at(inside, &of_clause, 0));
        }
        for (from, length, ()) in ANNOUNCED.all(&of_clause) {
            // "Lieu : Metz": the colon has cut the clause.
            announced = from + length == of_clause.len() && clause.alone;
            add(&mut all, name_at(inside, &of_clause, from + length));
        }
    }
    all
}

fn add<'a>(all: &mut Vec<&'a str>, name: Option<&'a str>) {
    all.extend(name.filter(|name| !all.contains(name)));
}

/// The capitals from this word on, with small words between them; a hyphen joins. At most five words.
fn name_at<'a>(clause: &'a str, of_clause: &[Word], from: usize) -> Option<&'a str> {
    let capital =
        |i: usize| of_clause.get(i).is_some_and(|word| clause[word.at.clone()].starts_with(char::is_uppercase));
    let joins = |i: usize| {
        let small = ["en", "sur", "de", "la", "le", "les", "du", "l", "d", "sous", "an", "der", "am", "im", "bei"]
            .contains(&of_clause[i].folded.as_str());
        small && (1..=2).any(|next| capital(i + next))
    };
    if !capital(from) {
        return None;
    }
    let mut to = from + 1;
    while to < of_clause.len() && to - from < 5 {
        let between = &clause[of_clause[to - 1].at.end..of_clause[to].at.start];
        if !between.chars().all(|c| matches!(c, ' ' | '-' | '\'' | '’'))
            || !(capital(to) || between == "-" || joins(to))
        {
            break;
        }
        to += 1;
    }
    Some(&clause[of_clause[from].at.start..of_clause[to - 1].at.end])
}

static ANNOUNCED: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "poste base a",
        "poste est base a",
        "poste situe a",
        "poste est situe a",
        "poste localise a",
        "base a",
        "basee a",
        "situe a",
        "situee a",
        "lieu de travail",
        "lieu du poste",
        "lieu de la mission",
        "lieu d affectation",
        "lieu d exercice",
        "localisation",
        "localisation du poste",
        "poste a pourvoir a",
        "vous travaillerez a",
        "sur notre site de",
        "sur le site de",
        "au sein de notre site de",
        "dans nos locaux de",
        "dans nos locaux a",
        "au sein de notre agence de",
        "lieu",
        "arbeitsort",
        "einsatzort",
        "dienstort",
        "standort",
        "dienstsitz",
        "arbeitsplatz in",
        "am standort",
        "based in",
        "located in",
        "work location",
        "location",
        "place of work",
        "workplace",
        "our office in",
        "our offices in",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

/// The period that the text states pay for, as far as it names one beside a sum: `2 100 € brut par mois`, `42 k€ annuel`, `15 €/h`,
/// `Stundenlohn 16 €`, `€45,000 per year`. `None` where it names none, or several.
pub fn pay_period(text: &str) -> Option<PayPeriod> {
    let mut found: Option<PayPeriod> = None;
    // "Taux horaire : 12 €": the colon has cut the clause.
    let mut announced = String::new();
    for clause in clauses(text) {
        let inside = &text[clause.at];
        let whole = format!("{} {inside}", std::mem::take(&mut announced));
        if clause.alone {
            inside.clone_into(&mut announced);
        }
        if !speaks_of_money(&whole) {
            continue;
        }
        announced.clear();
        for (.., period) in PERIODS.all(&words(&whole)) {
            if found.is_some_and(|found| found != period) {
                return None;
            }
            found = Some(period);
        }
    }
    found
}

fn speaks_of_money(clause: &str) -> bool {
    clause.contains(|c: char| c.is_ascii_digit()) && (clause.contains(['€', '£', '$']) || MONEY.any(&words(clause)))
}

static MONEY: LazyLock<Patterns<()>> = LazyLock::new(|| {
    Patterns::new(
        [
            "euro",
            "euros",
            "eur",
            "k",
            "ke",
            "keur",
            "brut",
            "brutto",
            "chf",
            "salaire",
            "gehalt",
            "stundenlohn",
            "salary",
        ]
        .map(|words| (words, ())),
    )
});

static PERIODS: LazyLock<Patterns<PayPeriod>> = LazyLock::new(|| {
    let table: &[(PayPeriod, &[&str])] = &[
        (
            PayPeriod::Hour,
            &[
                "taux horaire",
                "brut horaire",
                "brut de l heure",
                "de l heure",
                "par heure",
                "euros h",
                "stundenlohn",
                "pro stunde",
                "die stunde",
                "per hour",
                "an hour",
                "hourly",
            ],
        ),
        (
            PayPeriod::Day,
            &["tjm", "taux journalier", "par jour travaille", "tagessatz", "pro tag", "daily rate", "per day"],
        ),
        (
            PayPeriod::Month,
            &[
                "brut mensuel",
                "mensuel brut",
                "mensuels",
                "par mois",
                "brut mois",
                "euros mois",
                "mensuel",
                "mensuelle",
                "monatlich",
                "pro monat",
                "im monat",
                "monatsgehalt",
                "per month",
                "a month",
                "monthly",
            ],
        ),
        (
            PayPeriod::Year,
            &[
                "brut annuel",
                "annuel brut",
                "annuels",
                "par an",
                "brut an",
                "euros an",
                "k an",
                "annuel",
                "annuelle",
                "jahrlich",
                "pro jahr",
                "im jahr",
                "jahresgehalt",
                "jahresbrutto*",
                "per year",
                "a year",
                "per annum",
                "annual salary",
                "yearly",
            ],
        ),
    ];
    Patterns::new(table.iter().flat_map(|&(period, all)| all.iter().map(move |&words| (words, period))))
});

/// Days a week that may be worked from home, as the text states them, 0 to 5: `2 jours de télétravail`, `télétravail 3 jours par semaine`,
/// `zwei Tage Homeoffice`, `100 % remote`; 0 for `pas de télétravail`. The highest of several; `None` where no number is stated.
///
/// ```
/// use matcher_core::reading::remote_days;
///
/// assert_eq!(remote_days("Jusqu'à 2 jours de télétravail par semaine"), Some(2));
/// assert_eq!(remote_days("Pas de télétravail possible"), Some(0));
/// assert_eq!(remote_days("Télétravail possible"), None);
/// ```
pub fn remote_days(text: &str) -> Option<u8> {
    let mut most: Option<u8> = None;
    for clause in clauses(text) {
        let all = words(&text[clause.at]);
        for (from, length, ()) in REMOTE.all(&all) {
            let days =
                if negated(&all, from, from + length) { Some(0) } else { days_around(&all, from, from + length) };
            most = most.max(days);
        }
    }
    most
}

/// A number with `jours`, `Tage`, `days` near, or the whole week.
fn days_around(all: &[Word], from: usize, to: usize) -> Option<u8> {
    const REACH: usize = 6;
    let near = from.saturating_sub(REACH)..(to + REACH).min(all.len());
    let week = |i: usize| MONTHLY.contains(&all[i].folded.as_str());
    if near.clone().any(week) {
        return None;
    }
    let day = |i: usize| {
        all.get(i).is_some_and(|word| {
            ["jour", "jours", "j", "tage", "tag", "tagen", "day", "days"].contains(&word.folded.as_str())
        })
    };
    let numbers = near.clone().filter(|&i| day(i + 1)).filter_map(|i| number(&all[i].folded));
    let whole =
        near.clone().any(|i| matches!(all[i].folded.as_str(), "100" | "full" | "fully" | "integral" | "complet"));
    numbers.max().or(whole.then_some(5)).filter(|days| *days <= 5)
}

const MONTHLY: &[&str] = &["mois", "monat", "month", "an", "jahr", "year"];

fn number(word: &str) -> Option<u8> {
    const WORDS: &[(&str, u8)] = &[
        ("un", 1),
        ("une", 1),
        ("deux", 2),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("ein", 1),
        ("einen", 1),
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("funf", 5),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
    ];
    word.parse().ok().or_else(|| WORDS.iter().find(|(known, _)| *known == word).map(|&(_, days)| days))
}

static REMOTE: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "teletravail",
        "tele travail",
        "tt",
        "homeoffice",
        "home office",
        "mobiles arbeiten",
        "mobil arbeiten",
        "remote",
        "remotely",
        "remote work",
        "work from home",
        "working from home",
        "a distance",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_work_is_what_is_announced_as_such() {
        for (text, names) in [
            ("Le poste est basé à Aix-en-Provence, métropole.", vec!["Aix-en-Provence"]),
            ("Lieu de travail : Metz\nDurée : 35 h", vec!["Metz"]),
            ("Arbeitsort: Frankfurt am Main", vec!["Frankfurt am Main"]),
            ("You will be based in Dublin.", vec!["Dublin"]),
            ("Déplacements à Paris à prévoir", vec![]),
            ("Lieu de travail : à définir", vec![]),
        ] {
            assert_eq!(workplace(text), names, "{text}");
        }
    }

    #[test]
    fn the_period_of_pay_is_read_beside_a_sum() {
        for (text, period) in [
            ("Salaire : 2 100 € brut par mois", Some(PayPeriod::Month)),
            ("42-45 k€ brut annuel selon profil", Some(PayPeriod::Year)),
            ("Taux horaire : 12,50 €", Some(PayPeriod::Hour)),
            ("Stundenlohn ab 16 Euro", Some(PayPeriod::Hour)),
            ("€45,000 per year", Some(PayPeriod::Year)),
            ("35 heures par semaine", None),
            ("Budget annuel à suivre", None),
            ("2 000 € par mois, soit 24 000 € par an", None),
        ] {
            assert_eq!(pay_period(text), period, "{text}");
        }
    }

    #[test]
    fn remote_days_are_numbers_of_days_a_week() {
        for (text, days) in [
            ("Télétravail : deux jours par semaine", None),
            ("Télétravail deux jours par semaine", Some(2)),
            ("Zwei Tage Homeoffice pro Woche", Some(2)),
            ("100 % remote", Some(5)),
            ("Up to 3 days of remote work a week", Some(3)),
            ("2 jours de télétravail par mois", None),
            ("Kein Homeoffice", Some(0)),
        ] {
            assert_eq!(remote_days(text), days, "{text}");
        }
    }
}
