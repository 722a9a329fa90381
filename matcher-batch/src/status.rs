use std::process::ExitCode;

/// How a command ended, as scripts see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// All well.
    Done,
    /// A file, a setting, a difference: the work was not done.
    Failed,
    /// Wrong usage.
    Usage,
    /// The work was done but for rejected records.
    Rejected,
    /// The work was done, and a guard forbids its publication.
    KeptBack,
}

impl Status {
    /// The exit status.
    pub(crate) fn code(self) -> u8 {
        match self {
            Status::Done => 0,
            Status::Failed => 1,
            Status::Usage => 2,
            Status::Rejected => 3,
            Status::KeptBack => 4,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(status.code())
    }
}
