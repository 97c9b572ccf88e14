#![no_std]
extern crate std;

mod macros {
    macro_rules! own_matches {
        ($x:expr) => {
            $x == 7
        };
    }
    pub(crate) use own_matches;
}

use macros::own_matches as matches;
use std::panic;

pub fn is_seven(x: u8) -> bool {
    matches!(x)
}

pub fn guarded() -> bool {
    panic::catch_unwind(|| panic!("caught")).is_err()
}

pub fn asserts(x: u8) {
    assert!(matches!(x));
}

pub fn plain(x: u8) -> u8 {
    x + 1
}
