pub struct Pair(u8, u8);

/// A pair of bytes.
impl Pair {
    pub fn new(a: u8, b: u8) -> Self {
        Pair(a, b)
    }
    // Sums never overflow.
    pub fn sum(&self) -> u16 {
        u16::from(self.0) + u16::from(self.1)
    }
}
