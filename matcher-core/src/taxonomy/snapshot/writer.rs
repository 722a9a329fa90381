/// Appends numbers, texts and rows.
#[derive(Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    /// LEB128: seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.raw(text.as_bytes());
    }

    /// A strictly rising row: its length, then the gaps.
    pub(crate) fn rising(&mut self, row: impl ExactSizeIterator<Item = u32>) {
        self.number(row.len() as u32);
        let mut next = 0;
        for value in row {
            self.number(value - next);
            next = value + 1;
        }
    }
}
