use super::Pair;

impl Pair {
    // Sums never overflow.
    pub fn sum(&self) -> u16 {
        u16::from(self.0) + u16::from(self.1)
    }
}
