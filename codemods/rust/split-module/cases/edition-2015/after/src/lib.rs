mod one;

pub use self::one::first;

pub fn second() -> u32 {
    2
}
