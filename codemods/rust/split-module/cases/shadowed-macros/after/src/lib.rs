#![no_std]
extern crate std;

mod caught;
mod seven;

pub use caught::guarded;
pub use seven::{is_seven, plain};

mod macros {
    macro_rules! own_matches {
        ($x:expr) => {
            $x == 7
        };
    }
    pub(crate) use own_matches;
}

use macros::own_matches as matches;

pub fn asserts(x: u8) {
    assert!(matches!(x));
}
