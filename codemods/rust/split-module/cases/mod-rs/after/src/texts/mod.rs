//! Texts.

#[path = "../elsewhere.rs"]
pub mod far;

mod reading;

pub use reading::{lines, one};

pub const ONE: &str = include_str!("../one.txt");
