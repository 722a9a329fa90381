use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::Layout;
use crate::failure::Failure;

/// The files that these names stand for, in the order of the names: a file, `-`, a pattern such as `offers/*.jsonl.gz`, a
/// folder and whatever lies below it in a format that is read, or a `file://` URL of one of them. Files of one name come in
/// the byte order of their paths.
pub(crate) fn expand(names: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for name in names {
        let path = local(name)?;
        if path.is_dir() {
            let before = files.len();
            folder(&path, &mut files)?;
            if files.len() == before {
                let message = "the folder holds no file that ends in .jsonl, .json, .csv or .parquet";
                return Err(Failure::Other(format!("{}: {message}; check the path", path.display())));
            }
        } else if path.to_str().is_some_and(|text| text.contains(['*', '?', '['])) && !path.exists() {
            pattern(&path, &mut files)?;
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// A path as it is; of a URL the file that it names.
pub(crate) fn local(name: &Path) -> Result<PathBuf, Failure> {
    let Some((scheme, rest)) = name.to_str().and_then(|text| text.split_once("://")) else {
        return Ok(name.to_owned());
    };
    let usage = |message: &str| Err(Failure::Usage(format!("{}: {message}", name.display())));
    if !scheme.eq_ignore_ascii_case("file") {
        return usage("only file:// URLs are opened; copy the object to a disk, or mount its store");
    }
    match rest.strip_prefix("localhost").unwrap_or(rest) {
        path if path.starts_with('/') => match decoded(path) {
            Some(path) => Ok(PathBuf::from(path)),
            None => usage("after % stand two hexadecimal digits, and what they say is UTF-8"),
        },
        _ => usage("a file:// URL has three slashes: file:///folder/file.parquet"),
    }
}

/// A path without its percent signs.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Everything readable below a folder. Names that begin with a point or `_` are marks of other programs, as in `_SUCCESS`.
fn folder(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let fault = |error: std::io::Error| Failure::file(path, &error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(fault)? {
        entries.push(entry.map_err(fault)?.path());
    }
    entries.sort();
    for entry in entries {
        let name = entry.file_name().and_then(OsStr::to_str).unwrap_or(".");
        if name.starts_with(['.', '_']) {
            continue;
        }
        if entry.is_dir() {
            folder(&entry, files)?;
        } else if Layout::of_endings(name).is_some() {
            files.push(entry);
        }
    }
    Ok(())
}

fn pattern(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let text = path.to_string_lossy();
    let found = glob::glob(&text).map_err(|error| Failure::Usage(format!("{text}: no pattern: {error}")))?;
    let mut found: Vec<PathBuf> =
        found.collect::<Result<_, _>>().map_err(|error| Failure::file(error.path(), error.error()))?;
    found.retain(|path| !path.is_dir());
    found.sort();
    if found.is_empty() {
        return Err(Failure::Other(format!("{text}: the pattern fits no file; check the path")));
    }
    files.extend(found);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_of_a_file_is_its_path_and_another_one_is_refused_with_a_remedy() {
        let path = |url: &str| local(Path::new(url)).map_err(|failure| failure.to_string());
        assert_eq!(path("file:///a%20b/%C3%A9.csv"), Ok(PathBuf::from("/a b/é.csv")));
        assert_eq!(path("a/b.csv"), Ok(PathBuf::from("a/b.csv")));
        for (url, says) in [("s3://bucket/a", "file://"), ("file://a/b", "three slashes"), ("file:///a%2", "two hexa")]
        {
            assert!(path(url).unwrap_err().contains(says), "{url}");
        }
    }
}
