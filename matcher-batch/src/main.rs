//! The command `matcher`.
fn main() {}
