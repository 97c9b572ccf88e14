//! Modes and the answers to them.

#[path = "args/mode.rs"]
mod mode;
#[path = "args/answer.rs"]
mod answer;

pub use answer::asks;
pub use mode::Mode;
