use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Place, decode};

/// A record's JSON text with its place, or what is wrong with it.
pub(super) type RawRecord<'a> = (Place, Result<&'a str, String>);

/// The records of one JSON object a line; blank lines are passed over.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = RawRecord<'_>> {
    let lines = decode::without_mark(bytes).split(|&byte| byte == b'\n').enumerate();
    lines.filter_map(|(i, line)| {
        let place = Place::Line(i + 1);
        match std::str::from_utf8(line) {
            Ok(text) if text.trim().is_empty() => None,
            Ok(text) => Some((place, Ok(text.trim()))),
            Err(error) => Some((place, Err(format!("the line is not UTF-8: {error}")))),
        }
    })
}

/// The records of a JSON file: a list, one object, or the answer of a search, `{"resultats": […]}`.
pub(super) fn document(bytes: &[u8]) -> Result<Vec<RawRecord<'_>>, String> {
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
            None => return Ok(vec![(Place::Item(1), Ok(text.trim()))]),
        }
    };
    Ok(items.into_iter().enumerate().map(|(i, item)| (Place::Item(i + 1), Ok(item.get()))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_an_object_and_the_answer_of_a_search_are_records() {
        let texts = |json: &str| -> Vec<String> {
            document(json.as_bytes()).unwrap().into_iter().map(|(_, text)| text.unwrap().to_owned()).collect()
        };
        assert_eq!(texts("[{\"id\": 1}, 2]"), ["{\"id\": 1}", "2"]);
        assert_eq!(texts("{\"resultats\": [{\"id\":\"a\"}], \"filtresPossibles\": []}"), ["{\"id\":\"a\"}"]);
        assert_eq!(texts(" {\"id\":\"a\"} "), ["{\"id\":\"a\"}"]);
        assert!(document(b"[{]").is_err());
    }

    #[test]
    fn a_line_that_is_not_utf8_is_one_bad_record_and_the_others_are_read() {
        let found: Vec<_> = lines(b"\xef\xbb\xbf{}\r\n\n\xe9\n{}").collect();
        let told: Vec<_> = found.iter().map(|(place, text)| (*place, text.is_ok())).collect();
        assert_eq!(told, [(Place::Line(1), true), (Place::Line(3), false), (Place::Line(4), true)]);
        assert_eq!(found[0].1, Ok("{}"));
    }
}
