use super::Pair;

/// A pair of bytes.
impl Pair {
    pub fn new(a: u8, b: u8) -> Self {
        Pair(a, b)
    }
}
