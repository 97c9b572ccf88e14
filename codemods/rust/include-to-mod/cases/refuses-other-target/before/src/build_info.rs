pub fn name() -> u32 {
    1
}
