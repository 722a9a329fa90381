use super::{Reader, Writer, corrupt};
use crate::Error;

/// Length of a UUID in text, and where its dashes are.
const UUID: usize = 36;
const DASHES: [usize; 4] = [8, 13, 18, 23];

/// Ids, sorted: for each the length it shares with the one before (doubled, plus one where a UUID ends it), then the rest.
pub(super) fn write(ids: &[Box<str>], out: &mut Writer) {
    let mut before = "";
    for id in ids {
        let uuid = split_uuid(id);
        let (head, before_head) = match &uuid {
            Some((head, _)) => (*head, split_uuid(before).map_or(before, |(head, _)| head)),
            None => (&**id, before),
        };
        let shared = shared(before_head, head);
        out.number((shared as u32) << 1 | u32::from(uuid.is_some()));
        out.text(&head[shared..]);
        if let Some((_, bytes)) = uuid {
            out.raw(&bytes);
        }
        before = id;
    }
}

pub(super) fn read(count: usize, input: &mut Reader<'_>) -> Result<Vec<Box<str>>, Error> {
    let mut ids: Vec<Box<str>> = Vec::new();
    for _ in 0..count {
        let mark = input.number()?;
        let before = ids.last().map_or("", |id| id);
        let has_uuid = mark & 1 == 1;
        let head = match split_uuid(before) {
            Some((head, _)) if has_uuid => head,
            _ => before,
        };
        let shared = head.get(..(mark >> 1) as usize).ok_or_else(|| corrupt("an id shares more than there is"))?;
        let mut id = [shared, input.text()?].concat();
        if has_uuid {
            push_uuid(&mut id, input.raw(16)?);
        }
        if ids.last().is_some_and(|last| **last >= *id) {
            return Err(corrupt("the ids are not in order"));
        }
        ids.push(id.into());
    }
    Ok(ids)
}

/// How many bytes two texts share at the beginning, whole characters only.
fn shared(a: &str, b: &str) -> usize {
    let mut shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    while !b.is_char_boundary(shared) {
        shared -= 1;
    }
    shared
}

/// The id without the UUID in small letters that ends it, and the UUID.
fn split_uuid(id: &str) -> Option<(&str, [u8; 16])> {
    let head = id.get(..id.len().checked_sub(UUID)?)?;
    let tail = &id.as_bytes()[head.len()..];
    let mut digits = [0u8; 32];
    let mut at = 0;
    for (i, &byte) in tail.iter().enumerate() {
        if DASHES.contains(&i) {
            if byte != b'-' {
                return None;
            }
            continue;
        }
        digits[at] = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            _ => return None,
        };
        at += 1;
    }
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = pair[0] << 4 | pair[1];
    }
    Some((head, bytes))
}

fn push_uuid(id: &mut String, bytes: &[u8]) {
    for (i, byte) in bytes.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            id.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survives(mut ids: Vec<&str>) -> usize {
        ids.sort_unstable();
        let ids: Vec<Box<str>> = ids.into_iter().map(Into::into).collect();
        let mut out = Writer::default();
        write(&ids, &mut out);
        let bytes = out.finish();
        assert_eq!(read(ids.len(), &mut Reader::new(&bytes)).unwrap(), ids);
        bytes.len()
    }

    #[test]
    fn ids_of_every_publisher_survive() {
        let uri = "http://data.europa.eu/esco/skill/";
        let first = format!("{uri}0005c151-5b5a-4a66-8aac-60e734beb1ab");
        let second = format!("{uri}00064735-8fad-454b-90c7-ed858cc993f2");
        let upper = format!("{uri}00064735-8FAD-454b-90c7-ed858cc993f2");
        let group = format!("{uri}S1.2.3");
        let length = survives(vec![&first, &second, &group, &upper, "M1811", "ogr:12", "é", "è"]);
        assert!(length < 200, "{length}");
    }

    proptest::proptest! {
        #[test]
        fn any_ids_survive(ids: std::collections::BTreeSet<String>) {
            survives(ids.iter().map(String::as_str).collect());
        }
    }
}
