//! What the module for browsers is made of.

use std::collections::BTreeSet;
use std::process::Command;

/// The names of all packages that `package`, built alone with its default features for wasm32, depends on.
fn tree(package: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--package", package, "--edges", "normal", "--target", "wasm32-unknown-unknown"])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    lines.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn no_threads_clock_randomness_or_files_are_reachable_from_the_browser_build() {
    let packages = tree("matcher-wasm");
    println!("{} packages: {}", packages.len(), packages.iter().cloned().collect::<Vec<_>>().join(" "));
    assert!(packages.contains("matcher-core"));
    for refused in ["rayon", "rayon-core", "getrandom", "rand", "csv", "schemars", "proptest", "web-time", "tokio"] {
        assert!(!packages.contains(refused), "{refused} is in the build for browsers");
    }
}

#[test]
fn the_search_would_see_threads_where_they_are() {
    // The core with its default features has them: an empty or misread list would pass the test above.
    assert!(tree("matcher-core").contains("rayon"));
}
