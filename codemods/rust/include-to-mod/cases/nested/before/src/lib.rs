include!("outer.rs");

pub fn sum() -> u32 {
    outer() + deep()
}
