//! Parts of this module:
//!
//! - `small`: by hand

mod small;

pub use small::one;

pub fn two() -> u32 {
    one() + 1
}
