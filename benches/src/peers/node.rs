use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::python::run;

/// A folder of Node packages for the peers.
#[derive(Clone)]
pub(super) struct Node(PathBuf);

/// Where matcher-wasm/build-widget puts the engine.
fn engine() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../matcher-wasm/pkg/browser")
}

/// Whether it has been built.
pub(super) fn has_engine() -> bool {
    engine().join("matcher_whole_bg.wasm").exists()
}

impl Node {
    /// The folder, made where it is missing, with these packages (`name@version`): that needs npm and, once, its registry.
    ///
    /// # Errors
    /// What could not be made or installed.
    pub(super) fn with(folder: &Path, packages: &[&str]) -> Result<Node, String> {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let has = |package: &&str| {
            let name = package.split('@').next().unwrap_or_default();
            folder.join("node_modules").join(name).exists()
        };
        if !packages.iter().all(has) {
            let mut npm = Command::new("npm");
            run(npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(folder).args(packages))?;
        }
        Ok(Node(folder.to_owned()))
    }

    /// Runs a script of `benches/node` over the data and gives what it wrote to stdout.
    ///
    /// # Errors
    /// The script's own.
    pub(super) fn script(&self, name: &str, data: &Path) -> Result<String, String> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("node").join(name);
        run(Command::new("node").arg("--max-old-space-size=8192").arg(script).args([data, &self.0, &engine()]))
    }
}
