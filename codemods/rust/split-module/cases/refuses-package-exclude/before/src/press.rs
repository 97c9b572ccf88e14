//! Pressing.

/// A bushel of apples.
pub struct Bushel {
    pub weight: u32,
}

/// Presses it.
pub fn juice(bushel: &Bushel) -> u32 {
    bushel.weight / 2
}
