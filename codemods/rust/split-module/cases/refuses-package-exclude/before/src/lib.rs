//! Presses.
pub mod press;
