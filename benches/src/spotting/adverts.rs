use std::path::Path;

use serde::Deserialize;

use crate::data;

/// A published offer: its title and text.
#[derive(Clone, Debug, Deserialize)]
pub struct Advert {
    /// The publisher's id.
    pub id: String,
    /// The title.
    #[serde(rename = "intitule")]
    pub title: String,
    /// The text.
    #[serde(rename = "description", default)]
    pub text: String,
}

/// The published offers of both development files.
///
/// # Errors
/// A file that is missing or not of this shape.
pub fn adverts(data: &Path) -> Result<Vec<Advert>, String> {
    let mut adverts = Vec::new();
    for file in ["france_travail_offers_dev.jsonl", "france_travail_offers_ardeche_dev.jsonl"] {
        let path = data.join("offers").join(file);
        for line in data::text(&path)?.lines().filter(|line| !line.trim().is_empty()) {
            adverts.push(serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()))?);
        }
    }
    Ok(adverts)
}
