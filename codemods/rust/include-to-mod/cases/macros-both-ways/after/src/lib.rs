macro_rules! twice {
    ($value:expr) => {
        $value * 2
    };
}

#[macro_use]
mod first;
mod second;

use first::helper;
pub use second::second;

pub fn last() -> u32 {
    thrice!(helper())
}
