use std::fmt::Result;

mod part;

pub use part::{one, two};

pub fn three(out: &mut std::fmt::Formatter<'_>) -> Result {
    write!(out, "{}", one().is_ok())
}
