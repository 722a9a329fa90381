//! Skills and occupations named in free text: a CV, an advertisement.
//!
//! A [`Spotter`] knows every label of a taxonomy by the stems of its words. It reads a text word by word and takes the
//! longest label that begins at each, in the words' usual forms (*projets*, *Projekten*), with other small words between
//! (*gestion **des** projets*) and turned round (*projets, gestion de*). It prefers missing one to finding a wrong one:
//! words that are also something else (`Go`, `Excel`, *paris*) count only where they stand like a skill, by a list with a
//! reason on each line; fields of diplomas, languages and names of firms are set aside; what is denied comes back marked.

mod context;
mod find;
mod hash;
mod lexicon;
mod negation;
#[cfg(test)]
mod oracle;
mod readable;
mod rules;
mod spotter;
mod stems;
#[cfg(test)]
mod tests;
mod tokens;
mod tongue;
mod utf16;
mod window;

pub use find::{Find, FindRecord};
pub(crate) use hash::of as hash;
pub use readable::readable;
pub use spotter::Spotter;
use tongue::Tongue;
pub use utf16::utf16;
use window::Window;

/// So many words, small ones left out, a phrase has at most; longer labels are not looked for.
pub const MAX_WORDS: usize = 12;
