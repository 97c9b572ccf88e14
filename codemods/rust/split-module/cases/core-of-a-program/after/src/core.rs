mod store;

pub use store::store;

/// Parses.
pub fn parse(n: u32) -> u32 {
    n + 1
}
