//! A folder of its own for each test, with a small taxonomy, and the command run in it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, LabelKind};

pub(crate) struct Folder(PathBuf);

/// How a run ended.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    /// An empty folder with this name, and in it `trades.mtx`: three trades, six skills.
    pub(crate) fn new(name: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("trades.mtx"), taxonomy().to_bytes()).unwrap();
        Folder(path)
    }

    pub(crate) fn with(self, file: &str, text: impl AsRef<[u8]>) -> Folder {
        fs::write(self.0.join(file), text).unwrap();
        self
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Every file below a folder, or this one file, with its bytes.
    pub(crate) fn bytes(&self, name: &str) -> Vec<(String, Vec<u8>)> {
        let path = self.0.join(name);
        if path.is_file() {
            return vec![(String::new(), fs::read(path).unwrap())];
        }
        let entries = fs::read_dir(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut files: Vec<(String, Vec<u8>)> = entries
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    /// Starts the command and kills it, as `kill -9` does, as soon as this file is there.
    pub(crate) fn kill_when(&self, args: &str, file: &str) {
        let mut child = self.command(args).spawn().unwrap();
        while !self.has(file) {
            assert!(child.try_wait().unwrap().is_none(), "it ended before {file} was there");
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait_with_output().unwrap();
    }

    /// Runs the command with arguments split at spaces.
    pub(crate) fn run(&self, args: &str) -> Ran {
        self.run_with(args, "")
    }

    /// The same with something on standard input.
    pub(crate) fn run_with(&self, args: &str, input: &str) -> Ran {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        // A command that refuses its arguments does not read its input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
    }

    pub(crate) fn command(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_matcher"));
        command.args(args.split_whitespace()).current_dir(&self.0);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// What `--taxonomy` and a day are in most tests.
pub(crate) const FIXED: &str = "--taxonomy trades.mtx --as-of 2027-03-01";

/// Two people who can be ranked.
pub(crate) const PEOPLE: &str = r#"{"id":"p1","skills":["SQL"],"wishes":[{"title":"data analyst"}],"home":"57000","commute":{"minutes":60}}
{"id":"p2","occupations":[{"title":"vendeur","years":3}],"home":"Nancy","commute":{"minutes":45},"contracts":["permanent"]}
"#;

/// Three offers; the last one has ended.
pub(crate) const OFFERS: &str = r#"{"id":"a","source":"feed","title":"data analyst","occupation":"o:data","essential_skills":["SQL"],"places":["Metz"],"contract":"permanent"}
{"id":"b","source":"feed","title":"Vendeuse (H/F)","occupation":"o:shop","places":["Nancy"],"contract":"temporary"}
{"id":"c","source":"feed","title":"data analyst","essential_skills":["SQL"],"places":["Metz"],"valid_through":"2027-01-31"}
"#;

fn taxonomy() -> Taxonomy {
    let mut builder = Taxonomy::builder();
    builder.version("three trades");
    let skills = ["SQL", "Python", "selling", "cash register", "welding", "drawings"];
    for (i, label) in skills.into_iter().enumerate() {
        builder.label(ConceptKind::Skill, &format!("s:{i}"), Language::EN, LabelKind::Preferred, label);
    }
    let trades = [
        ("o:data", "data analyst", ["s:0", "s:1"]),
        ("o:shop", "vendeur/vendeuse", ["s:2", "s:3"]),
        ("o:weld", "welder", ["s:4", "s:5"]),
    ];
    for (id, label, skills) in trades {
        builder.label(ConceptKind::Occupation, id, Language::FR, LabelKind::Preferred, label);
        for skill in skills {
            builder.essential(id, skill);
        }
    }
    builder.build().unwrap()
}
