#[path = "parts/consts.rs"]
mod consts;

use consts::FIRST;
pub use consts::SECOND;

pub fn sum() -> u32 {
    FIRST + SECOND
}
