use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python environment of a peer's own.
#[derive(Clone)]
pub(super) struct Python(PathBuf);

impl Python {
    /// The environment in `folder`, made there where it is missing, with these packages (`name==version`): that needs
    /// Python 3 and, once, the package index.
    ///
    /// # Errors
    /// What could not be made or installed.
    pub(super) fn with(folder: &Path, packages: &[&str]) -> Result<Python, String> {
        let python = Python(folder.join("bin/python"));
        if !python.0.exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
        }
        let names: Vec<&str> = packages.iter().filter_map(|package| package.split("==").next()).collect();
        if run(Command::new(&python.0).args(["-c", &format!("import {}", names.join(", "))])).is_err() {
            run(Command::new(&python.0).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
        }
        Ok(python)
    }

    /// Runs a script of `benches/peers`, on one thread, and gives what it wrote to stdout. Variables that choose another
    /// build of numpy's linear algebra are taken away.
    ///
    /// # Errors
    /// The script's own.
    pub(super) fn script(&self, name: &str, arguments: &[&Path]) -> Result<String, String> {
        let mut command = Command::new(&self.0);
        command.arg("-B").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name)).args(arguments);
        command.env("OPENBLAS_NUM_THREADS", "1").env_remove("OPENBLAS_CORETYPE").env_remove("OPENBLAS_L2_SIZE");
        run(&mut command)
    }
}

/// Runs to the end and gives what was written to stdout.
pub(super) fn run(command: &mut Command) -> Result<String, String> {
    let out = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if !out.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&out.stderr)));
    }
    String::from_utf8(out.stdout).map_err(|error| error.to_string())
}
