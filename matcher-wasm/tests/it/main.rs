//! The bindings from outside.

mod dependencies;
mod matcher;
