//! The README against the files that it speaks of.

const README: &str = include_str!("../../../README.md");

#[test]
fn the_readme_names_the_oldest_rust_that_the_manifest_accepts() {
    let line = concat!("Rust ", env!("CARGO_PKG_RUST_VERSION"), " or newer");
    assert!(README.contains(line), "the README must say \"{line}\"");
}

#[test]
fn the_readme_opens_with_the_two_commands() {
    let block = README.split("```").nth(1).expect("a block of code");
    let commands: Vec<&str> = block.lines().skip(1).map(|line| line.split(" #").next().unwrap_or("").trim()).collect();
    assert_eq!(commands, ["cargo run --release -- demo", "./check"]);
}

#[test]
fn every_file_that_the_readme_links_to_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut links = 0;
    for target in README.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        if !target.starts_with("http") && !target.starts_with('#') {
            let file = target.split('#').next().unwrap_or(target);
            assert!(root.join(file).exists(), "the README links to {file}");
            links += 1;
        }
    }
    assert!(links > 0, "the README links to its neighbours");
}
