//! Pressing.

mod bushel;

pub use bushel::Bushel;

/// Presses it.
pub fn juice(bushel: &Bushel) -> u32 {
    bushel.weight / 2
}
