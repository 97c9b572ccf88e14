mod outer;

use outer::{deep, outer};

pub fn sum() -> u32 {
    outer() + deep()
}
