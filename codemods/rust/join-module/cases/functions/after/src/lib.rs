//! Shapes.

use std::fmt::Write;

/// Area of a square.
pub fn square(side: u32) -> u32 {
    checked(side) * side
}

// Shared by both shapes.
fn checked(side: u32) -> u32 {
    assert!(side < LIMIT);
    side
}

/// Area as text.
pub fn describe(side: u32) -> String {
    let mut text = String::new();
    write!(text, "{}", label(square(side))).unwrap();
    text
}

fn label(area: u32) -> String {
    format!("area {area}")
}

const LIMIT: u32 = 1000;
