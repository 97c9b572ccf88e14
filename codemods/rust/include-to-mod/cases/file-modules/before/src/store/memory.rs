pub fn memory() -> u32 {
    super::open().size()
}
