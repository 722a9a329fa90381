use crate::issue::{Issue, Severity};
use crate::model::Limits;

/// The text of some bytes from outside, where it is one that can be read: UTF-8, no longer than the limit, no PDF.
///
/// # Errors
/// An issue of severity [`Severity::Rejected`] with the code `text.pdf`, `text.too-large` or `text.not-utf8`.
pub fn readable<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, Box<Issue>> {
    let rejected =
        |code, cause: String, action: &str| Err(Box::new(Issue::new(code, Severity::Rejected, cause).action(action)));
    if bytes.trim_ascii_start().starts_with(b"%PDF") {
        let action = "Open it, select everything (Ctrl+A), copy (Ctrl+C), and paste the text (Ctrl+V) in its place.";
        return rejected("text.pdf", "this is a PDF file, and only plain text is read".to_owned(), action);
    }
    if bytes.len() > limits.bytes {
        let cause = format!("the text has {} bytes, more than the limit of {}", bytes.len(), limits.bytes);
        return rejected("text.too-large", cause, "Shorten it or raise the limit.");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let cause = format!("the text is not UTF-8: the byte {} does not belong there", error.valid_up_to() + 1);
            rejected("text.not-utf8", cause, "Save it as UTF-8.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_with_what_to_do() {
        fn told(bytes: &[u8]) -> Result<&str, (String, String)> {
            let limits = Limits { bytes: 8, ..Limits::default() };
            readable(bytes, &limits).map_err(|issue| (issue.code.to_string(), issue.action.clone()))
        }
        assert_eq!(told("é SQL".as_bytes()), Ok("é SQL"));
        let (code, action) = told(b"%PDF-1.7 and more").unwrap_err();
        assert_eq!(code, "text.pdf");
        assert!(action.contains("copy") && action.contains("paste"), "{action}");
        assert_eq!(told(b"nine byte").unwrap_err().0, "text.too-large");
        assert_eq!(told(b"caf\xe9").unwrap_err().0, "text.not-utf8");
    }
}
