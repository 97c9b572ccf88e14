mod deep;

pub use deep::one;

pub fn two() -> u32 {
    2
}

pub fn three() -> u32 {
    one() + two()
}
