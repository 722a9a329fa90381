use std::io::{self, Read};

/// The mark that some programs put before UTF-8.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

/// Without the mark before UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// Whether the text is UTF-16, which spreadsheets call "Unicode".
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")
}

/// Text in Windows-1252, which is what spreadsheets of Western Europe write (Latin-1 with the euro sign), as UTF-8.
pub(super) struct Western<R> {
    from: R,
    /// UTF-8 that did not fit into the last buffer.
    rest: Vec<u8>,
}

impl<R: Read> Western<R> {
    pub(super) fn new(from: R) -> Western<R> {
        Western { from, rest: Vec::new() }
    }
}

impl<R: Read> Read for Western<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            let mut bytes = [0; 1 << 13];
            let read = self.from.read(&mut bytes)?;
            let text: String = bytes[..read].iter().map(|&byte| windows_1252(byte)).collect();
            self.rest = text.into_bytes();
        }
        let some = self.rest.len().min(buffer.len());
        buffer[..some].copy_from_slice(&self.rest[..some]);
        self.rest.drain(..some);
        Ok(some)
    }
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
