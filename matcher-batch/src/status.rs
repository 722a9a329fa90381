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
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Done => 0,
            Status::Failed => 1,
            Status::Usage => 2,
            Status::Rejected => 3,
        })
    }
}
