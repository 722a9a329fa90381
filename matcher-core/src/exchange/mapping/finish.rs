use serde_json::{Value, json};

use super::convert::period_name;
use crate::exchange::values::{PayReading, PayText, check_pay};
use crate::issue::{Issue, Severity};
use crate::model::Pay;

/// What can be said of a mapped record only once all of its fields are there.
pub(super) fn finish(own: &mut Value, issues: &mut Vec<Issue>) {
    gather(own, "place", "places");
    gather(own, "session", "sessions");
    sessions_are_objects(own);
    let Some(fields) = own.as_object_mut() else { return };
    complete_pay(fields, issues);
    if let Some(hours) = fields.get_mut("hours").and_then(Value::as_object_mut) {
        // "At least 20" leaves the top open, "at most 24" the bottom.
        hours.entry("min").or_insert(json!(0));
        hours.entry("max").or_insert(json!(80));
    }
    // A level is what an education is; a mark that it is a must means nothing without one.
    if fields.get("education").is_some_and(|education| education.is_object() && education.get("eqf").is_none()) {
        fields.remove("education");
    }
    half_a_point(fields.get("home"), "home", issues);
    for place in fields.get("places").and_then(Value::as_array).into_iter().flatten() {
        half_a_point(Some(place), "place", issues);
    }
}

/// Moves the one place or session that columns of their own describe into the list that the record has.
fn gather(own: &mut Value, one: &str, list: &str) {
    let Some(fields) = own.as_object_mut() else { return };
    // A session without a first day is none.
    let usable = |value: &Value| list != "sessions" || value.get("start").is_some();
    if let Some(value) = fields.remove(one).filter(usable) {
        match fields.get_mut(list).and_then(Value::as_array_mut) {
            Some(items) => items.insert(0, value),
            None => drop(fields.insert(list.to_owned(), Value::Array(vec![value]))),
        }
    }
}

/// A session that is a bare day begins on it.
fn sessions_are_objects(own: &mut Value) {
    for session in own.get_mut("sessions").and_then(Value::as_array_mut).into_iter().flatten() {
        if session.is_string() {
            *session = json!({"start": session.take()});
        }
    }
}

/// Believes the pay or not, like everywhere else.
fn complete_pay(fields: &mut serde_json::Map<String, Value>, issues: &mut Vec<Issue>) {
    let Some(value) = fields.get("pay") else { return };
    let Ok(pay) = serde_json::from_value::<Pay>(value.clone()) else { return };
    let Some(low) = pay.min.or(pay.max) else {
        // A period and a currency from the constants, and no amount.
        fields.remove("pay");
        return;
    };
    let high = pay.max.unwrap_or(low);
    let text = PayText {
        low: low.min(high),
        high: high.max(low),
        period: Some(pay.period),
        currency: Some(pay.currency),
        months: None,
    };
    match check_pay(&text) {
        PayReading::AsSaid(_) => {}
        PayReading::BySize { pay: read, .. } => {
            let cause = format!(
                "{} cannot be for a {} and was taken for a {}",
                low.rounded(),
                period_name(pay.period),
                period_name(read.period)
            );
            let issue = Issue::new("mapping.pay-period-implausible", Severity::Warning, cause).at("pay");
            issues.push(issue.action("Correct the period or the amount."));
            fields["pay"]["period"] = json!(read.period);
        }
        PayReading::Implausible => {
            let cause = format!("{} to {} fits no single period: the pay is unknown", low.rounded(), high.rounded());
            let issue = Issue::new("mapping.pay-implausible", Severity::Warning, cause).at("pay");
            issues.push(issue.action("Correct the period or the amounts."));
            fields.remove("pay");
        }
    }
}

/// One coordinate is no point.
fn half_a_point(place: Option<&Value>, name: &str, issues: &mut Vec<Issue>) {
    let has = |field| place.is_some_and(|place| place.get(field).is_some());
    if has("lat") != has("lon") {
        let cause = "only one of latitude and longitude was understood: the point was left out";
        issues.push(Issue::new("mapping.half-a-point", Severity::Warning, cause).at(name).action("Map both."));
    }
}
