use serde_json::Value;

use super::reading::Reading;
use super::{contract, demands, fields, pay, place};
use crate::exchange::values::{DayOrder, read_day, read_hours};
use crate::issue::{Issue, Severity};
use crate::model::{Limits, Offer, Record};
use crate::units::HoursRange;

/// One record read: the offer, or `None` beside an issue of severity [`Severity::Rejected`]; and everything that was not
/// understood.
pub type OfferReading = (Option<Offer>, Vec<Issue>);

/// Whether a JSON value looks like an offer of this format: it has an `intitule` and a `romeCode`, `typeContrat` or `lieuTravail`.
pub fn is_offer(value: &Value) -> bool {
    let has = |field: &str| value.get(field).is_some();
    has("intitule") && (has("romeCode") || has("typeContrat") || has("lieuTravail"))
}

/// Reads the text of one offer. Time linear in its length.
pub fn read_offer(json: &str, limits: &Limits) -> OfferReading {
    if json.len() > limits.bytes {
        let cause = format!("the record has {} bytes, more than the limit of {}", json.len(), limits.bytes);
        return rejected(
            Issue::new("record.too-large", Severity::Rejected, cause).action("Shorten it or raise the limit."),
        );
    }
    match serde_json::from_str(json) {
        Ok(value) => offer_from(&value, limits),
        Err(error) => {
            rejected(Issue::new("record.not-json", Severity::Rejected, error.to_string()).action("Correct the JSON."))
        }
    }
}

/// Reads the text of a search's answer, `{"resultats": […]}`, of a bare list, or of one offer. [`Limits::bytes`] holds for each
/// offer, not for the whole.
///
/// # Errors
/// `offers.not-json` for a text that is no JSON, `offers.no-list` for JSON that is none of the three.
pub fn read_answer(json: &str, limits: &Limits) -> Result<Vec<OfferReading>, crate::Error> {
    let value: Value = serde_json::from_str(json)
        .map_err(|error| crate::Error::new("offers.not-json", format!("the answer is not JSON: {error}")))?;
    let offers = match &value {
        Value::Array(offers) => offers.as_slice(),
        Value::Object(map) => match map.get("resultats") {
            Some(Value::Array(offers)) => offers.as_slice(),
            None if is_offer(&value) => std::slice::from_ref(&value),
            _ => return Err(no_list()),
        },
        _ => return Err(no_list()),
    };
    Ok(offers.iter().map(|offer| offer_from(offer, limits)).collect())
}

fn no_list() -> crate::Error {
    crate::Error::new("offers.no-list", "expected one offer, a list of offers, or an object with the list “resultats”")
}

/// Reads one offer that is parsed already; of the limits only [`Limits::items`] is looked at.
pub fn offer_from(record: &Value, limits: &Limits) -> OfferReading {
    let Some(id) = record.get("id").and_then(Value::as_str).map(str::trim).filter(|id| !id.is_empty()) else {
        let issue = Issue::new("record.no-id", Severity::Rejected, "the offer has no id").at("/id");
        return rejected(issue.action("Give it one that is unique in its file."));
    };
    let mut reading = Reading::new(record, id);
    fields::check_fields(record, &mut reading);
    let reading = &mut reading;
    let mut offer = Offer::new(id, reading.text("/intitule").unwrap_or_default());
    offer.source = "france-travail".to_owned();
    if offer.title.is_empty() {
        reading.note("offer.no-title", "/intitule", "the offer has no title", "Give it one.");
    }
    offer.text = reading.text("/description").map(str::to_owned);
    offer.occupation = reading.text("/romeCode").map(str::to_owned);
    if offer.occupation.is_none() {
        reading.note("offer.no-occupation", "/romeCode", "the offer has no ROME code", "Give it one.");
    }
    (offer.essential_skills, offer.optional_skills) = demands::skills(reading);
    offer.languages = demands::languages(reading);
    offer.education = demands::education(reading);
    offer.licences = demands::licences(reading);
    offer.experience = demands::experience(reading);
    offer.places.extend(place::place(reading));
    offer.contract = contract::contract(reading);
    offer.hours = hours(reading);
    offer.pay = pay::pay(reading);
    offer.openings = openings(reading);
    offer.employer = reading.text("/entreprise/nom").map(str::to_owned);
    offer.link = reading.text("/origineOffre/urlOrigine").map(str::to_owned);
    if let Some(created) = reading.text("/dateCreation") {
        offer.valid_from = read_day(created, DayOrder::Iso);
        if offer.valid_from.is_none() {
            let cause = format!("“{created}” is not a day such as 2027-03-01");
            reading.warn("offer.day-not-understood", "/dateCreation", cause, "Write it as ISO 8601.");
        }
    }
    let issues = std::mem::take(&mut reading.issues);
    let longest = offer.longest_list();
    if longest > limits.items {
        let cause = format!("a list has {longest} entries, more than the limit of {}", limits.items);
        return rejected(
            Issue::new("record.too-long", Severity::Rejected, cause).of(id).action("Shorten it or raise the limit."),
        );
    }
    (Some(offer), issues)
}

fn rejected(issue: Issue) -> OfferReading {
    (None, vec![issue])
}

/// Hours a week. A text that only describes the rhythm ("Travail en journée") says no hours and is no issue.
fn hours(reading: &mut Reading<'_>) -> Option<HoursRange> {
    const AT: &str = "/dureeTravailLibelle";
    let text = reading.text(AT)?;
    let hours = read_hours(text);
    if hours.is_none() && text.contains(|c: char| c.is_ascii_digit()) {
        let cause = format!("“{text}” is not a working time a week");
        reading.warn("offer.hours-not-understood", AT, cause, "Write it as 35H/semaine.");
    }
    hours
}

fn openings(reading: &mut Reading<'_>) -> Option<u32> {
    const AT: &str = "/nombrePostes";
    let number = reading.number(AT)?;
    if number == number.trunc() && (1.0..=100_000.0).contains(&number) {
        return Some(number as u32);
    }
    reading.warn(
        "offer.openings-not-understood",
        AT,
        format!("{number} is not a number of posts"),
        "Give a whole number from 1.",
    );
    None
}
