//! Texts.

#[path = "elsewhere.rs"]
pub mod far;

pub const ONE: &str = include_str!("one.txt");

pub fn one() -> &'static str {
    include_str!("one.txt")
}

pub fn lines() -> usize {
    ONE.lines().count()
}
