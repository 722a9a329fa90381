//! schema.org `JobPosting` as JSON-LD, as pages carry it for search engines.

use serde_json::Value;

use super::values::{read_country, read_education, read_pay_period};
use crate::Error;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, EducationNeed, Limits, Offer, Pay, PlaceRef, SkillClaim};
use crate::units::{Cents, HoursPerWeek, HoursRange, LatLon, Years};

/// So deep a posting may lie in lists and graphs.
const DEEPEST: usize = 8;

/// Every `JobPosting` in a JSON-LD text: one object, a list, an `@graph`, an `ItemList`. Fields that were not understood are issues;
/// what is no posting is passed over.
///
/// # Errors
/// `postings.not-json` where the text is no JSON.
pub fn read(json: &str) -> Result<(Vec<Offer>, Vec<Issue>), Error> {
    let value: Value = serde_json::from_str(json)
        .map_err(|error| Error::new("postings.not-json", format!("this is no JSON-LD: {error}")))?;
    let (mut offers, mut issues) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    collect(&value, 0, &mut found);
    for (i, posting) in found.into_iter().take(Limits::default().items).enumerate() {
        let offer = offer(posting, i, &mut issues);
        offers.push(offer);
    }
    Ok((offers, issues))
}

fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Value>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| collect(value, depth + 1, found)),
        Value::Object(map) => {
            if is_posting(value) {
                return found.push(value);
            }
            for field in ["@graph", "itemListElement", "item", "mainEntity"] {
                map.get(field).into_iter().for_each(|value| collect(value, depth + 1, found));
            }
        }
        _ => {}
    }
}

fn is_posting(value: &Value) -> bool {
    let named = |name: &Value| name.as_str().is_some_and(|name| name.rsplit(['/', ':']).next() == Some("JobPosting"));
    each(value, "@type").any(named)
}

fn offer(posting: &Value, number: usize, all: &mut Vec<Issue>) -> Offer {
    let mut issues = Vec::new();
    let link = text(posting, "url").or_else(|| text(posting, "@id")).filter(|link| link.starts_with("http"));
    let identifier = each(posting, "identifier").find_map(|id| word(id).or_else(|| text(id, "value")));
    let id = identifier.or_else(|| link.clone()).unwrap_or_else(|| format!("posting-{}", number + 1));
    let employer = each(posting, "hiringOrganization").find_map(|by| word(by).or_else(|| text(by, "name")));
    let mut offer = Offer {
        title: text(posting, "title").or_else(|| text(posting, "name")).unwrap_or_default(),
        employer,
        link,
        places: each(posting, "jobLocation").filter_map(place).collect(),
        valid_from: day(posting, "datePosted", &mut issues),
        valid_through: day(posting, "validThrough", &mut issues),
        start: day(posting, "jobStartDate", &mut issues),
        openings: posting.get("totalJobOpenings").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok()),
        ..Offer::new(id, "")
    };
    let words =
        ["description", "responsibilities", "qualifications"].into_iter().filter_map(|field| text(posting, field));
    let words: Vec<String> = words.map(|html| without_tags(&html)).collect();
    offer.text = Some(words.join("\n")).filter(|text| !text.is_empty());
    if each(posting, "jobLocationType").filter_map(word).any(|kind| kind == "TELECOMMUTE") {
        offer.on_site_days = Some(0);
    }
    for kind in each(posting, "employmentType")
        .filter_map(word)
        .flat_map(|kinds| kinds.split(',').map(str::to_owned).collect::<Vec<_>>())
    {
        employment(&mut offer, kind.trim(), &mut issues);
    }
    for list in each(posting, "skills") {
        let named = word(list).or_else(|| text(list, "name"));
        let entries =
            named.iter().flat_map(|names| names.split([',', ';', '\n'])).map(str::trim).filter(|name| !name.is_empty());
        offer.essential_skills.extend(entries.take(Limits::default().items).map(SkillClaim::from));
    }
    offer.pay = posting.get("baseSalary").and_then(pay);
    offer.education = education(posting, &mut issues);
    let months = each(posting, "experienceRequirements")
        .find_map(|asked| asked.get("monthsOfExperience").and_then(Value::as_f64));
    if let Some(years) = months.and_then(|months| Years::from_decimal(months / 12.0)) {
        offer.experience = Ask::Known(years);
    }
    all.extend(issues.into_iter().map(|issue| issue.of(offer.id.clone())));
    offer
}

/// What stands for kinds of employment at Google and schema.org. `TEMPORARY` means that it ends, not that an agency employs.
fn employment(offer: &mut Offer, kind: &str, issues: &mut Vec<Issue>) {
    match kind {
        "FULL_TIME" => {
            let full = HoursPerWeek::from_tenths(350);
            offer.hours.get_or_insert(HoursRange { min: full, max: HoursPerWeek::from_tenths(400) });
        }
        "CONTRACTOR" => offer.contract = Some(ContractKind::Freelance),
        "TEMPORARY" => offer.contract = Some(ContractKind::FixedTerm),
        "INTERN" => offer.contract = Some(ContractKind::Internship),
        "PART_TIME" | "VOLUNTEER" | "PER_DIEM" | "OTHER" => {}
        other => {
            let cause = format!("the kind of employment “{other}” is not known");
            issues.push(Issue::new("posting.not-understood", Severity::Warning, cause).at("/employmentType"));
        }
    }
}

fn place(location: &Value) -> Option<PlaceRef> {
    if let Some(name) = word(location) {
        return Some(PlaceRef::named(name));
    }
    let geo = location.get("geo");
    let degree = |field: &str| {
        let value = geo?.get(field)?;
        value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
    };
    let mut place = PlaceRef {
        at: degree("latitude").zip(degree("longitude")).and_then(|(lat, lon)| LatLon::new(lat, lon)),
        ..PlaceRef::default()
    };
    if let Some(address) = location.get("address") {
        match word(address) {
            Some(words) => place.text = Some(words),
            None => {
                place.postcode = text(address, "postalCode");
                place.name = text(address, "addressLocality");
                let country = each(address, "addressCountry").find_map(|of| word(of).or_else(|| text(of, "name")));
                place.country = country.and_then(|country| country.parse().ok().or_else(|| read_country(&country)));
                if place.postcode.is_none() && place.name.is_none() {
                    place.text = text(address, "addressRegion");
                }
            }
        }
    }
    (place.at.is_some() || place.postcode.is_some() || place.name.is_some() || place.text.is_some()).then_some(place)
}

fn pay(salary: &Value) -> Option<Pay> {
    let value = salary.get("value");
    let amount = |of: &Value, field: &str| {
        let value = of.get(field)?;
        value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).and_then(Cents::from_decimal)
    };
    let whole = value.filter(|value| value.is_object()).unwrap_or(salary);
    let (min, max) = match (amount(whole, "minValue"), amount(whole, "maxValue")) {
        (None, None) => (amount(whole, "value"), None),
        bounds => bounds,
    };
    min.or(max)?;
    let currency = text(salary, "currency").or_else(|| text(whole, "currency")).and_then(|code| code.parse().ok());
    let unit = text(whole, "unitText").or_else(|| text(salary, "unitText"));
    // Without a unit nobody knows whether it is an hour's or a year's pay.
    let period = read_pay_period(&unit?.to_lowercase())?;
    Some(Pay { min, max, currency: currency.unwrap_or_default(), period })
}

fn education(posting: &Value, issues: &mut Vec<Issue>) -> Ask<EducationNeed> {
    let mut asked = Ask::NotAsked;
    for needs in each(posting, "educationRequirements") {
        let Some(words) = word(needs).or_else(|| text(needs, "credentialCategory")) else { continue };
        let plain = match words.as_str() {
            "no requirements" => continue,
            "high school" => "bac",
            "associate degree" => "bac+2",
            "bachelor degree" => "bachelor",
            "postgraduate degree" => "master",
            other => other,
        };
        asked = match read_education(plain) {
            Some(eqf) => Ask::Known(EducationNeed { eqf, must: false }),
            None => {
                let cause = format!("“{words}” was not understood as a diploma");
                issues
                    .push(Issue::new("posting.not-understood", Severity::Warning, cause).at("/educationRequirements"));
                Ask::Unknown
            }
        };
    }
    asked
}

fn day(posting: &Value, field: &str, issues: &mut Vec<Issue>) -> Option<crate::units::Day> {
    let words = text(posting, field)?;
    let day = words.parse().ok();
    if day.is_none() {
        let issue = Issue::new("posting.not-understood", Severity::Warning, format!("“{words}” is no day"));
        issues.push(issue.at(format!("/{field}")));
    }
    day
}

/// The value or values of a field.
fn each<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    let (list, one) = match value.get(field) {
        Some(Value::Array(list)) => (list.as_slice(), None),
        one => (&[][..], one),
    };
    list.iter().chain(one)
}

fn word(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn text(value: &Value, field: &str) -> Option<String> {
    let value = value.get(field)?;
    word(value).or_else(|| value.as_u64().map(|number| number.to_string()))
}

/// The words of HTML, a line for each block; five entities are all that such texts commonly have.
fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(from) = rest.find('<') {
        out.push_str(&rest[..from]);
        let Some(length) = rest[from..].find('>') else {
            rest = "";
            break;
        };
        let tag = rest[from + 1..from + length].trim_start_matches('/').to_ascii_lowercase();
        let inline =
            ["b>", "i>", "em", "strong", "span", "a ", "u>"].iter().any(|name| format!("{tag}>").starts_with(name));
        out.push(if inline { ' ' } else { '\n' });
        rest = &rest[from + length + 1..];
    }
    out.push_str(rest);
    let entities = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.into_iter().fold(out, |text, (entity, letter)| text.replace(entity, letter)).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Country, PayPeriod};
    use crate::units::Eqf;

    #[test]
    fn a_posting_in_a_graph_becomes_an_offer() {
        let json = r#"{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {
            "@type": "JobPosting", "title": "Développeuse web", "identifier": {"@type": "PropertyValue", "value": "42"},
            "url": "https://example.org/42", "hiringOrganization": {"@type": "Organization", "name": "Acme"},
            "jobLocation": {"@type": "Place", "address": {"postalCode": "57000", "addressLocality": "Metz", "addressCountry": "FR"}},
            "employmentType": ["FULL_TIME", "TEMPORARY"], "datePosted": "2027-01-02", "validThrough": "2027-03-31T23:59",
            "description": "<p>Vous <b>codez</b>.</p><ul><li>SQL &amp; Python</li></ul>", "skills": "SQL, JavaScript",
            "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {"minValue": 30000, "maxValue": "36000", "unitText": "YEAR"}},
            "educationRequirements": {"credentialCategory": "bachelor degree"},
            "experienceRequirements": {"monthsOfExperience": 24}}]}"#;
        let (offers, issues) = read(json).unwrap();
        assert!(issues.is_empty(), "{issues:?}");
        let [offer] = &offers[..] else { panic!("{offers:?}") };
        assert_eq!((offer.id.as_str(), offer.title.as_str()), ("42", "Développeuse web"));
        assert_eq!((offer.places[0].postcode.as_deref(), offer.places[0].country), (Some("57000"), Some(Country::FR)));
        assert_eq!(offer.contract, Some(ContractKind::FixedTerm));
        assert_eq!(offer.text.as_deref().map(|text| text.contains("SQL & Python") && !text.contains('<')), Some(true));
        let pay = offer.pay.as_ref().unwrap();
        assert_eq!((pay.min, pay.max, pay.period), (Some(Cents(3_000_000)), Some(Cents(3_600_000)), PayPeriod::Year));
        assert_eq!(offer.education, Ask::Known(EducationNeed { eqf: Eqf::new(6).unwrap(), must: false }));
        assert_eq!(offer.experience, Ask::Known(Years::from_tenths(20)));
        assert_eq!(offer.essential_skills.len(), 2);
        assert_eq!(offer.valid_through.map(|day| day.to_string()).as_deref(), Some("2027-03-31"));
    }

    #[test]
    fn what_is_no_posting_is_passed_over_and_what_is_not_json_is_an_error() {
        assert!(read(r#"[{"@type": "Person"}, 3, null]"#).unwrap().0.is_empty());
        let (offers, issues) =
            read(r#"[{"@type": ["JobPosting"], "datePosted": "soon", "employmentType": "GIG"}]"#).unwrap();
        assert_eq!((offers[0].id.as_str(), issues.len()), ("posting-1", 2));
        assert_eq!(read("<html>").unwrap_err().code(), "postings.not-json");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}") {
            let _ = read(&text);
            let posting = serde_json::json!({ "@type": "JobPosting", "description": text, "skills": text, "baseSalary": text,
                "jobLocation": text, "employmentType": text, "validThrough": text, "educationRequirements": text });
            let _ = read(&posting.to_string());
        }
    }
}
