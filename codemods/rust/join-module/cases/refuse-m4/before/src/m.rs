mod part;

pub use part::*;

pub fn three() -> u32 {
    one() + two()
}
