use std::fmt;

/// A call that cannot be answered: a broken file, an unknown id, settings that make no sense.
///
/// One opaque type. [`Error::code`] is stable and meant for programs (`"taxonomy.cycle"`), [`Error::path`] says where in
/// the input the fault is, and the display text says what to do about it. A fault in one *record* of many is not an
/// error but an [`Issue`](crate::Issue).
#[derive(Clone)]
pub struct Error(Box<Parts>);

#[derive(Clone)]
struct Parts {
    code: &'static str,
    message: String,
    path: Option<String>,
}

impl Error {
    /// A code in kebab-case behind the noun it concerns, and one sentence with cause and remedy.
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Error {
        Error(Box::new(Parts { code, message: message.into(), path: None }))
    }

    /// Where: a file and line, a JSON pointer, a column.
    #[must_use]
    pub(crate) fn at(mut self, path: impl Into<String>) -> Error {
        self.0.path = Some(path.into());
        self
    }

    /// A stable name for the kind of fault, such as `"taxonomy.cycle"`.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// Where in the input: a file and line, a JSON pointer or a column, where it is known.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// True for a fault in what was given (a file, a record, a setting); false for a call in the wrong order or on an id
    /// that does not exist.
    pub fn is_input(&self) -> bool {
        !self.0.code.starts_with("call.")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.0.path {
            write!(f, "{path}: ")?;
        }
        write!(f, "{} [{}]", self.0.message, self.0.code)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}
