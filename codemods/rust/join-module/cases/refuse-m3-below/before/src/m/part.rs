mod deep;

pub use deep::one;

pub fn two() -> u32 {
    2
}
