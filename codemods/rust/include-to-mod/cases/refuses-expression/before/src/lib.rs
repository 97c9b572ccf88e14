pub fn n() -> u32 {
    include!("n.rs")
}
