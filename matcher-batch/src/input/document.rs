use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Place, decode};

/// The records of a JSON file: a list, one object, or the answer of a search, `{"resultats": […]}`.
pub(super) fn records(bytes: &[u8]) -> Result<Vec<(Place, &str)>, String> {
    #[derive(Deserialize)]
    struct Answer<'a> {
        #[serde(borrow, default)]
        resultats: Option<Vec<&'a RawValue>>,
    }
    let text = std::str::from_utf8(decode::without_mark(bytes)).map_err(|error| format!("not UTF-8: {error}"))?;
    let items = if text.trim_start().starts_with('[') {
        serde_json::from_str::<Vec<&RawValue>>(text).map_err(|error| error.to_string())?
    } else {
        let answer: Answer<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
        match answer.resultats {
            Some(items) => items,
            None => return Ok(vec![(Place::Item(1), text.trim())]),
        }
    };
    Ok(items.into_iter().enumerate().map(|(i, item)| (Place::Item(i + 1), item.get())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_an_object_and_the_answer_of_a_search_are_records() {
        let texts = |json: &str| -> Vec<String> {
            records(json.as_bytes()).unwrap().into_iter().map(|(_, text)| text.to_owned()).collect()
        };
        assert_eq!(texts("[{\"id\": 1}, 2]"), ["{\"id\": 1}", "2"]);
        assert_eq!(texts("{\"resultats\": [{\"id\":\"a\"}], \"filtresPossibles\": []}"), ["{\"id\":\"a\"}"]);
        assert_eq!(texts(" {\"id\":\"a\"} "), ["{\"id\":\"a\"}"]);
        assert!(records(b"[{]").is_err());
    }
}
