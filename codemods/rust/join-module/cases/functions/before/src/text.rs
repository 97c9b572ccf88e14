use std::fmt::Write;

use super::square;

/// Area as text.
pub fn describe(side: u32) -> String {
    let mut text = String::new();
    write!(text, "{}", label(square(side))).unwrap();
    text
}

fn label(area: u32) -> String {
    format!("area {area}")
}
