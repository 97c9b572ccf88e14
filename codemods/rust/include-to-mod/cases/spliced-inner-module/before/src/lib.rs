//! Reads numbers.

fn double(text: &str) -> Option<u32> {
    text.parse::<u32>().ok().map(|number| number * 2)
}

/// Four times the number.
pub fn fourfold(text: &str) -> Option<u32> {
    double(text).map(|number| number * 2)
}

include!("parse/checks.rs");
