//! What several targets need: cutting one input into the parts that a reader takes.

/// Cuts an input at its first NUL byte: two texts in one input. The second is empty where there is no NUL.
pub fn halves(data: &[u8]) -> (&[u8], &[u8]) {
    match data.iter().position(|&byte| byte == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (data, &[]),
    }
}

/// Cuts an input into files. Each begins with a line `== NAME`, so that a corpus stays readable; what stands before the
/// first such line is dropped.
pub fn files(data: &[u8]) -> Vec<(&str, &[u8])> {
    let mut files = Vec::new();
    let mut rest = data;
    while let Some(start) = find(rest, b"== ") {
        let line = &rest[start + 3..];
        let end = line.iter().position(|&byte| byte == b'\n').unwrap_or(line.len());
        let content = line.get(end + 1..).unwrap_or_default();
        let length = find(content, b"\n== ").map_or(content.len(), |at| at + 1);
        if let Ok(name) = std::str::from_utf8(&line[..end]) {
            files.push((name, &content[..length]));
        }
        rest = &content[length..];
    }
    files
}

fn find(within: &[u8], wanted: &[u8]) -> Option<usize> {
    within.windows(wanted.len()).position(|window| window == wanted)
}

/// Builds what an importer collected. Where that succeeds, both kinds of snapshot open to the same taxonomy.
///
/// # Panics
/// Where they do not: that is what the fuzzer looks for.
pub fn build(import: matcher_core::taxonomy::Import) {
    let (builder, _) = import.finish();
    let Ok(taxonomy) = builder.build() else { return };
    for bytes in [taxonomy.to_bytes(), taxonomy.to_small_bytes()] {
        let opened = matcher_core::Taxonomy::from_bytes(&bytes).expect("what was written opens");
        assert_eq!(opened.fingerprint(), taxonomy.fingerprint());
        assert_eq!(opened.to_bytes(), taxonomy.to_bytes());
    }
}
