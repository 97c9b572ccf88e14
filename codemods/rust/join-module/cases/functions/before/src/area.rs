use super::LIMIT;

/// Area of a square.
pub fn square(side: u32) -> u32 {
    checked(side) * side
}

// Shared by both shapes.
fn checked(side: u32) -> u32 {
    assert!(side < LIMIT);
    side
}
