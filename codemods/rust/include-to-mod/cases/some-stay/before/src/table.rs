fn offset() -> u32 {
    1
}
