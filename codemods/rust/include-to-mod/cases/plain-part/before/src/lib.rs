//! Modes and the answers to them.

include!("args/mode.rs");
include!("args/answer.rs");
