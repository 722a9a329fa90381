use std::borrow::Cow;

/// A table's text, and the line of the first byte that is not UTF-8 where it was read as Windows-1252 instead, which is what
/// spreadsheets of Western Europe write (Latin-1 with the euro sign).
pub(super) fn table_text(bytes: &[u8]) -> (Cow<'_, str>, Option<usize>) {
    let bytes = without_mark(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
            (Cow::Owned(bytes.iter().map(|&byte| windows_1252(byte)).collect()), Some(line))
        }
    }
}

/// Without the mark that some programs put before UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether the text is UTF-16, which spreadsheets call "Unicode".
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")
}

/// The characters that Windows-1252 has where Latin-1 has control codes; five places are empty there.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_western_spreadsheet_is_read_with_its_accents_and_the_line_is_told() {
        let (text, line) = table_text(b"id;titre\np;d\xe9veloppeuse\nq;\x80");
        assert_eq!((text.as_ref(), line), ("id;titre\np;développeuse\nq;€", Some(2)));
        let (text, line) = table_text("\u{feff}id;titre é".as_bytes());
        assert_eq!((text.as_ref(), line), ("id;titre é", None));
    }
}
