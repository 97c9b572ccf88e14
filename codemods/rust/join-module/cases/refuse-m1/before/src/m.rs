mod other;
mod part;

pub use part::{one, two};

pub fn four() -> u32 {
    other::four()
}

pub fn three() -> u32 {
    one() + two()
}
