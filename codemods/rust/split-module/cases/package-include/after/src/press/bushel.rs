/// A bushel of apples.
pub struct Bushel {
    pub weight: u32,
}
