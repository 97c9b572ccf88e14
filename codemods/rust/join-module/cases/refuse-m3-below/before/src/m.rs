mod part;

pub use part::{one, two};

pub fn three() -> u32 {
    one() + two()
}
