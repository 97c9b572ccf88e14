use std::cell::Cell;

mod seen_once;

pub use seen_once::seen;

macro_rules! numbers {
    ($($name:ident = $value:expr),*) => {
        $(const $name: u32 = $value;)*
    };
}

thread_local! {
    static SEEN: Cell<u32> = const { Cell::new(0) };
}

numbers!(ONE = 1, TWO = 2);

pub fn two() -> u32 {
    TWO
}
