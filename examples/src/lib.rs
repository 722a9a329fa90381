//! Runnable essays; each asserts its result.
