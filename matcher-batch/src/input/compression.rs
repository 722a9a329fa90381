use std::io::{self, BufReader, Read, Write};

use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

/// How a file of text is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compression {
    None,
    Gzip,
    Zstd,
}

/// Zstandard's own default: beyond it time grows faster than files shrink.
const ZSTD_LEVEL: i32 = 3;

impl Compression {
    /// The packing that a file's last ending says.
    pub(super) fn of(ending: &str) -> Compression {
        match ending {
            "gz" => Compression::Gzip,
            "zst" => Compression::Zstd,
            _ => Compression::None,
        }
    }

    /// The ending, with its point.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Compression::None => "",
            Compression::Gzip => ".gz",
            Compression::Zstd => ".zst",
        }
    }

    /// What is packed in these bytes. Several packed files one after the other are one.
    pub(crate) fn reader<'a>(self, from: impl Read + 'a) -> io::Result<Box<dyn Read + 'a>> {
        Ok(match self {
            Compression::None => Box::new(from),
            Compression::Gzip => Box::new(MultiGzDecoder::new(BufReader::new(from))),
            Compression::Zstd => Box::new(zstd::stream::read::Decoder::new(from)?),
        })
    }

    /// Packs what is written. The bytes hold no time and depend on nothing but the text.
    pub(crate) fn writer<W: Write>(self, to: W) -> io::Result<Packer<W>> {
        Ok(match self {
            Compression::None => Packer::None(to),
            Compression::Gzip => Packer::Gzip(GzEncoder::new(to, flate2::Compression::default())),
            Compression::Zstd => Packer::Zstd(zstd::stream::write::Encoder::new(to, ZSTD_LEVEL)?),
        })
    }
}

/// A file that is packed while it is written.
pub(crate) enum Packer<W: Write> {
    None(W),
    Gzip(GzEncoder<W>),
    Zstd(zstd::stream::write::Encoder<'static, W>),
}

impl<W: Write> Packer<W> {
    /// What the packed bytes go to.
    pub(crate) fn inner(&self) -> &W {
        match self {
            Packer::None(to) => to,
            Packer::Gzip(packer) => packer.get_ref(),
            Packer::Zstd(packer) => packer.get_ref(),
        }
    }

    /// Ends the packing and gives the file back.
    pub(crate) fn finish(self) -> io::Result<W> {
        match self {
            Packer::None(to) => Ok(to),
            Packer::Gzip(packer) => packer.finish(),
            Packer::Zstd(packer) => packer.finish(),
        }
    }
}

impl<W: Write> Write for Packer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Packer::None(to) => to.write(bytes),
            Packer::Gzip(packer) => packer.write(bytes),
            Packer::Zstd(packer) => packer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Packer::None(to) => to.flush(),
            Packer::Gzip(packer) => packer.flush(),
            Packer::Zstd(packer) => packer.flush(),
        }
    }
}
