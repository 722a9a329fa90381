//! Places while they are being typed.

use matcher_core::model::Country;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::{parse, written};
use crate::matcher::Matcher;

#[derive(Serialize)]
struct Suggestion<'a> {
    label: String,
    home: Home<'a>,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    postcode: Option<&'a str>,
    country: Country,
    lat: f64,
    lon: f64,
}

/// What names exactly this place in a profile.
#[derive(Serialize)]
struct Home<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    postcode: Option<&'a str>,
    name: &'a str,
    country: Country,
}

#[wasm_bindgen]
impl Matcher {
    /// At most `k` places whose name or postal code begins as typed, the most populous first; only of these countries (a JSON
    /// array of codes) where any are named.
    ///
    /// # Errors
    /// `countries.not-json`.
    #[wasm_bindgen(js_name = suggestPlaces)]
    pub fn suggest_places(&self, prefix: &str, k: usize, countries: Option<String>) -> Result<String, Fault> {
        let countries: Vec<Country> =
            countries.map_or_else(|| Ok(Vec::new()), |json| parse("countries.not-json", &json))?;
        let found = self.engine.places().suggest(prefix, usize::MAX);
        let wanted = found.into_iter().filter(|place| countries.is_empty() || countries.contains(&place.country()));
        let typed: String = prefix.chars().filter(char::is_ascii_digit).collect();
        let suggestions: Vec<Suggestion<'_>> = wanted
            .take(k)
            .map(|place| {
                // Of several postal codes the one that is being typed.
                let codes = place.postcodes();
                let begun = codes.iter().find(|code| !typed.is_empty() && code.starts_with(&typed));
                let postcode = begun.or_else(|| codes.first()).map(String::as_str);
                let (code, name, country, at) = (place.code(), place.name(), place.country(), place.at());
                let label = postcode.map_or_else(|| name.to_owned(), |postcode| format!("{name} ({postcode})"));
                let home = Home { code, postcode: postcode.filter(|_| code.is_empty()), name, country };
                Suggestion { label, home, name, code, postcode, country, lat: at.lat, lon: at.lon }
            })
            .collect();
        Ok(written(&suggestions))
    }
}
